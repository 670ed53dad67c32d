package io.squeezelab.data;

import io.squeezelab.cost.Dims;
import java.util.Arrays;

/**
 * Labelled images in memory, as they are stored in their files: unsigned bytes, (N, H, W, C), not
 * yet normalised.
 */
public final class Images implements Labelled {
  private final byte[] pixels;
  private final int[] labels;
  private final Dims dims;

  /**
   * @param pixels N·H·W·C bytes, image by image, row by row, the channels of a pixel together
   * @param labels N class numbers from 0
   */
  public Images(byte[] pixels, int[] labels, Dims dims) {
    if (pixels.length != labels.length * dims.size()) {
      throw new IllegalArgumentException(
          pixels.length + " bytes do not hold " + labels.length + " images of " + dims);
    }
    this.pixels = pixels;
    this.labels = labels;
    this.dims = dims;
  }

  @Override
  public Dims dims() {
    return dims;
  }

  /** The stored array itself, not a copy: sets of images are large. */
  public byte[] pixels() {
    return pixels;
  }

  @Override
  public byte[] pixels(int position) {
    int size = (int) dims.size();
    return Arrays.copyOfRange(pixels, position * size, (position + 1) * size);
  }

  @Override
  public int[] labels() {
    return labels;
  }

  @Override
  public Images pick(int[] positions) {
    int size = (int) dims.size();
    byte[] picked = new byte[positions.length * size];
    int[] classes = new int[positions.length];
    for (int i = 0; i < positions.length; i++) {
      System.arraycopy(pixels, positions[i] * size, picked, i * size, size);
      classes[i] = labels[positions[i]];
    }
    return new Images(picked, classes, dims);
  }
}
