package io.squeezelab.data;

import io.squeezelab.cost.Dims;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Reads IDX files of unsigned bytes, the format of MNIST and Fashion-MNIST: a big-endian header (0,
 * 0, type 8, number of axes; then each axis' length as four bytes), then the bytes, last axis
 * fastest. Described by LeCun, Cortes and Burges on the MNIST page.
 */
final class Idx {
  private static final int UNSIGNED_BYTES = 0x0800;

  private Idx() {}

  /** Grey images (N, H, W) with their labels (N). */
  static Images read(Blob images, Blob labels, int count, Dims dims, int classes) {
    byte[] pixels = values(images, count, dims.height(), dims.width());
    byte[] stored = values(labels, count);
    int[] numbers = new int[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = Byte.toUnsignedInt(stored[i]);
      if (numbers[i] >= classes) {
        throw labels.fault(
            "label " + i + " is " + numbers[i] + "; 0 to " + (classes - 1) + " are allowed");
      }
    }
    return new Images(pixels, numbers, dims);
  }

  /** The bytes after a header that announces exactly these axes. */
  static byte[] values(Blob file, int... axes) {
    int header = 4 + 4 * axes.length;
    if (file.bytes().length < header) {
      throw file.fault(
          file.bytes().length + " bytes are too few for an IDX header of " + header + " bytes");
    }
    ByteBuffer in = ByteBuffer.wrap(file.bytes());
    int magic = in.getInt();
    if (magic != UNSIGNED_BYTES + axes.length) {
      throw file.fault(
          String.format(
              "starts with 0x%08x, not 0x%08x: no IDX file of unsigned bytes with %s",
              magic, UNSIGNED_BYTES + axes.length, axes.length == 1 ? "1 axis" : "3 axes"));
    }
    int[] found = Arrays.stream(axes).map(axis -> in.getInt()).toArray();
    if (!Arrays.equals(found, axes)) {
      throw file.fault("announces " + product(found) + " values, expected " + product(axes));
    }
    int expected = Arrays.stream(axes).reduce(1, Math::multiplyExact);
    if (in.remaining() != expected) {
      throw file.fault(
          (in.remaining() < expected ? "truncated" : "too long")
              + (": " + in.remaining() + " bytes follow the header, expected " + expected));
    }
    return Arrays.copyOfRange(file.bytes(), header, file.bytes().length);
  }

  private static String product(int[] axes) {
    return Arrays.stream(axes)
        .mapToObj(Integer::toUnsignedString)
        .collect(Collectors.joining(" x "));
  }
}
