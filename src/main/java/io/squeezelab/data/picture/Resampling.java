package io.squeezelab.data.picture;

import java.util.Arrays;

/**
 * Makes a window of a resized picture: first along rows, rounded to whole levels, then along
 * columns, as Pillow does, to the same bit.
 */
final class Resampling {
  private static final int HALF = 1 << Axis.BITS - 1;

  private Resampling() {}

  /**
   * @param mirror left and right change places
   * @return (side, side, 3) levels
   */
  static byte[] of(Picture picture, Cut cut, boolean mirror) {
    Axis across =
        Axis.of(cut.left(), cut.width(), picture.width(), cut.columns(), cut.x(), cut.side());
    Axis down = Axis.of(cut.top(), cut.height(), picture.height(), cut.rows(), cut.y(), cut.side());
    int top = down.first()[0];
    int row = 3 * cut.side();
    int[] narrow = new int[(down.end() - top) * row]; // (rows that are used, side, 3)
    for (int y = top; y < down.end(); y++) {
      alongRow(picture.pixels(), y * picture.width(), across, narrow, (y - top) * row, mirror);
    }
    byte[] image = new byte[cut.side() * row];
    int[] sums = new int[row];
    for (int y = 0; y < cut.side(); y++) {
      Arrays.fill(sums, HALF);
      for (int k = 0; k < down.count()[y]; k++) {
        int from = (down.first()[y] - top + k) * row;
        add(sums, narrow, from, down.weights()[y * down.taps() + k]);
      }
      round(sums, image, y * row);
    }
    return image;
  }

  private static void alongRow(
      int[] pixels, int start, Axis axis, int[] to, int at, boolean mirror) {
    int size = axis.first().length;
    int step = mirror ? -3 : 3;
    int target = mirror ? at + 3 * (size - 1) : at;
    for (int x = 0; x < size; x++, target += step) {
      int red = HALF;
      int green = HALF;
      int blue = HALF;
      int from = start + axis.first()[x];
      int weight = x * axis.taps();
      for (int k = 0; k < axis.count()[x]; k++) {
        int pixel = pixels[from + k];
        int times = axis.weights()[weight + k];
        red += (pixel >>> 24) * times;
        green += (pixel >>> 16 & 0xff) * times;
        blue += (pixel >>> 8 & 0xff) * times;
      }
      to[target] = red >> Axis.BITS;
      to[target + 1] = green >> Axis.BITS;
      to[target + 2] = blue >> Axis.BITS;
    }
  }

  /** A loop of its own, of the shape that Java's compiler turns into vector instructions. */
  private static void add(int[] sums, int[] values, int from, int times) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += times * values[from + i];
    }
  }

  private static void round(int[] sums, byte[] to, int at) {
    for (int i = 0; i < sums.length; i++) {
      to[at + i] = (byte) (sums[i] >> Axis.BITS);
    }
  }
}
