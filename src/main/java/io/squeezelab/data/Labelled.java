package io.squeezelab.data;

import io.squeezelab.cost.Dims;
import java.nio.file.Path;
import java.util.Map;

/** The labelled images of one split, wherever their pixels are. */
public sealed interface Labelled permits Images, Pictures {

  /** Shape of one image as networks take it. */
  Dims dims();

  /** N class numbers from 0; the stored array itself, not a copy. */
  int[] labels();

  default int count() {
    return labels().length;
  }

  /** How many images each of {@code classes} classes has. */
  default int[] counts(int classes) {
    int[] counts = new int[classes];
    for (int label : labels()) {
      counts[label]++;
    }
    return counts;
  }

  /** The images at these positions, in this order. */
  Labelled pick(int[] positions);

  /** One image as evaluation takes it, (H, W, C), unsigned bytes, not yet normalised. */
  byte[] pixels(int position);

  /** Files that are left out because they cannot be decoded, and why. */
  default Map<Path, String> faults() {
    return Map.of();
  }

  /** What turns files into pixels, with its version; empty where they are stored as pixels. */
  default String decoder() {
    return "";
  }
}
