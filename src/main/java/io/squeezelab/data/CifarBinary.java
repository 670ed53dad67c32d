package io.squeezelab.data;

import io.squeezelab.cost.Dims;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads CIFAR's binary files: records of label bytes (one in CIFAR-10; coarse, then fine, in
 * CIFAR-100) and 3072 pixels, 1024 red, 1024 green, 1024 blue, each plane row by row. Described by
 * Krizhevsky on the page of both sets.
 *
 * @param each records in each file
 * @param labels bytes before the pixels of a record
 * @param at which of them is the label, from 0
 * @param classes one more than the largest label
 */
record CifarBinary(int each, int labels, int at, int classes) {
  static final Dims DIMS = new Dims(3, 32, 32);
  private static final int PLANE = 1024;

  /** The files' images one after the other. */
  Images read(List<Path> files) {
    byte[] pixels = new byte[files.size() * each * 3 * PLANE];
    int[] numbers = new int[files.size() * each];
    for (int f = 0; f < files.size(); f++) {
      Blob file = Blob.read(files.get(f));
      checkSize(file);
      for (int r = 0; r < each; r++) {
        numbers[f * each + r] = label(file, r);
        interleave(file.bytes(), r * record() + labels, pixels, (f * each + r) * 3 * PLANE);
      }
    }
    return new Images(pixels, numbers, DIMS);
  }

  private int record() {
    return labels + 3 * PLANE;
  }

  private void checkSize(Blob file) {
    long expected = (long) each * record();
    long found = file.bytes().length;
    if (found != expected) {
      String parts = labels + (labels == 1 ? " label" : " labels");
      throw file.fault(
          (found < expected ? "truncated: " : "too long: ")
              + (found + " bytes, expected " + expected)
              + (" (" + each + " records of " + parts + " and 3072 pixels)"));
    }
  }

  private int label(Blob file, int record) {
    int label = Byte.toUnsignedInt(file.bytes()[record * record() + at]);
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
