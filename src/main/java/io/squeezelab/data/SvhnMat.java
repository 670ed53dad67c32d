package io.squeezelab.data;

import io.squeezelab.cost.Dims;
import java.io.IOException;
import java.util.Arrays;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sources;

/**
 * Reads SVHN's cropped digits: MATLAB files of version 5 with the variables {@code X}, bytes (32,
 * 32, 3, N) with the first axis fastest, and {@code y}, (N, 1), digits from 1 to 9 and 10 for the
 * digit 0. Described by Netzer et al. on the set's page.
 */
final class SvhnMat {
  static final Dims DIMS = new Dims(3, 32, 32);
  private static final int SIDE = 32;
  private static final int CHANNELS = 3;
  private static final int PLANE = SIDE * SIDE;

  private SvhnMat() {}

  static Images read(Blob file, int count) {
    try (MatFile variables = Mat5.newReader(Sources.wrap(file.bytes())).readMat()) {
      Matrix pixels = variables.getMatrix("X");
      Matrix digits = variables.getMatrix("y");
      check(file, "X", pixels, SIDE, SIDE, CHANNELS, count);
      check(file, "y", digits, count, 1);
      return new Images(interleaved(pixels, count), labels(file, digits, count), DIMS);
    } catch (IOException | IllegalArgumentException | ClassCastException e) {
      throw file.fault("no MATLAB file of version 5 with X and y: " + e.getMessage());
    } catch (IndexOutOfBoundsException | java.nio.BufferUnderflowException e) {
      throw file.fault("truncated MATLAB file");
    }
  }

  private static void check(Blob file, String name, Matrix found, int... expected) {
    if (!Arrays.equals(found.getDimensions(), expected)) {
      String shape = Arrays.toString(found.getDimensions());
      throw file.fault(name + " is " + shape + ", expected " + Arrays.toString(expected));
    }
  }

  /** (H, W, C, N), first axis fastest, to (N, H, W, C), last axis fastest. */
  private static byte[] interleaved(Matrix from, int count) {
    byte[] to = new byte[count * CHANNELS * PLANE];
    for (int n = 0; n < count; n++) {
      int image = n * CHANNELS * PLANE;
      for (int c = 0; c < CHANNELS; c++) {
        for (int x = 0; x < SIDE; x++) {
          for (int y = 0; y < SIDE; y++) {
            byte pixel = from.getByte(image + c * PLANE + x * SIDE + y);
            to[image + (y * SIDE + x) * CHANNELS + c] = pixel;
          }
        }
      }
    }
    return to;
  }

  private static int[] labels(Blob file, Matrix digits, int count) {
    int[] labels = new int[count];
    for (int n = 0; n < count; n++) {
      int digit = digits.getInt(n);
      if (digit < 1 || digit > 10) {
        throw file.fault("label " + n + " is " + digit + "; 1 to 10 are allowed");
      }
      labels[n] = digit % 10;
    }
    return labels;
  }
}
