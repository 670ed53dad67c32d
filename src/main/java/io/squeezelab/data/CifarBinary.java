package io.squeezelab.data;

import io.squeezelab.cost.Dims;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads CIFAR-10's binary files: records of one label byte and 3072 pixels, 1024 red, 1024 green,
 * 1024 blue, each plane row by row. Described by Krizhevsky on the CIFAR-10 page.
 */
final class CifarBinary {
  static final Dims DIMS = new Dims(3, 32, 32);
  private static final int PLANE = 1024;
  private static final int RECORD = 1 + 3 * PLANE;

  private CifarBinary() {}

  /**
   * @param each records in each file
   * @return the files' images one after the other
   */
  static Images read(List<Path> files, int each, int classes) {
    byte[] pixels = new byte[files.size() * each * 3 * PLANE];
    int[] labels = new int[files.size() * each];
    for (int f = 0; f < files.size(); f++) {
      Blob file = Blob.read(files.get(f));
      checkSize(file, each);
      for (int r = 0; r < each; r++) {
        labels[f * each + r] = label(file, r, classes);
        interleave(file.bytes(), r * RECORD + 1, pixels, (f * each + r) * 3 * PLANE);
      }
    }
    return new Images(pixels, labels, DIMS);
  }

  private static void checkSize(Blob file, int each) {
    long expected = (long) each * RECORD;
    long found = file.bytes().length;
    if (found != expected) {
      throw file.fault(
          (found < expected ? "truncated: " : "too long: ")
              + (found + " bytes, expected " + expected)
              + (" (" + each + " records of 1 label and 3072 pixels)"));
    }
  }

  private static int label(Blob file, int record, int classes) {
    int label = Byte.toUnsignedInt(file.bytes()[record * RECORD]);
    if (label >= classes) {
      throw file.fault(
          "the label of record "
              + record
              + " is "
              + label
              + "; 0 to "
              + (classes - 1)
              + " are allowed");
    }
    return label;
  }

  /** Planes (C, H·W) to pixels (H·W, C). */
  private static void interleave(byte[] from, int start, byte[] to, int target) {
    for (int p = 0; p < PLANE; p++) {
      for (int c = 0; c < 3; c++) {
        to[target + 3 * p + c] = from[start + c * PLANE + p];
      }
    }
  }
}
