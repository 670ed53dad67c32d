package io.squeezelab.data.picture;

/**
 * Which part of a picture becomes an image: a region is resized to a grid, of which a square window
 * is kept. Lengths are in pixels of the picture, the window's in pixels of the grid.
 *
 * @param columns width of the grid
 * @param rows height of the grid
 * @param x left end of the window
 * @param y upper end of the window
 */
record Cut(
    double left,
    double top,
    double width,
    double height,
    int columns,
    int rows,
    int x,
    int y,
    int side) {

  /** A region resized to the whole window. */
  static Cut filling(int left, int top, int width, int height, int side) {
    return new Cut(left, top, width, height, side, side, 0, 0, side);
  }

  /**
   * The middle of a picture whose shorter side was resized to {@code resize}. The longer side is
   * rounded down, and half a pixel goes to the even neighbour, as in torchvision.
   */
  static Cut centre(Extent of, int resize, int side) {
    int shorter = Math.min(of.width(), of.height());
    int columns = (int) ((long) resize * of.width() / shorter);
    int rows = (int) ((long) resize * of.height() / shorter);
    int x = (int) Math.rint((columns - side) / 2.0);
    int y = (int) Math.rint((rows - side) / 2.0);
    return new Cut(0, 0, of.width(), of.height(), columns, rows, x, y, side);
  }

  /**
   * The largest reduction that still leaves two pixels or more for each one of the grid along both
   * axes, so that what the resampling averages stays finer than what it makes.
   */
  int reduction() {
    int reduction = 8;
    while (reduction > 1
        && (width < 2.0 * reduction * columns || height < 2.0 * reduction * rows)) {
      reduction /= 2;
    }
    return reduction;
  }

  /** The same part of the picture at a smaller scale. */
  Cut reduced(int by) {
    return new Cut(left / by, top / by, width / by, height / by, columns, rows, x, y, side);
  }
}
