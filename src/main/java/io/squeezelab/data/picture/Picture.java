package io.squeezelab.data.picture;

/**
 * A decoded picture.
 *
 * @param pixels row by row, each {@code 0xRRGGBB00}; the lowest byte means nothing
 */
record Picture(int width, int height, int[] pixels) {

  static int pack(int red, int green, int blue) {
    return red << 24 | green << 16 | blue << 8;
  }

  /** A grey level, 0 to 255, as a colour. */
  static int grey(int level) {
    return pack(level, level, level);
  }
}
