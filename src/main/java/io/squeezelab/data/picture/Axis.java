package io.squeezelab.data.picture;

/**
 * How positions along one axis of a window are weighted means of pixels, in whole numbers: a
 * triangle as wide as two pixels of the coarser of both grids, so that shrinking averages and
 * nothing is left out ("bilinear with antialiasing"). Weights of a position sum to 2^22 but for
 * rounding, the precision that Pillow has, so that results are the same to the bit.
 *
 * @param first the first pixel of each position
 * @param count how many pixels each position takes
 * @param taps room for weights in each position
 * @param weights position by position
 */
record Axis(int[] first, int[] count, int taps, int[] weights) {
  static final int BITS = 22;

  /**
   * @param start where the region begins, in pixels; pixels wholly outside it are not looked at
   * @param length of the region
   * @param limit pixels of the picture
   * @param grid positions that the region is resized to
   * @param from first of them that is wanted
   * @param size how many are wanted
   */
  static Axis of(double start, double length, int limit, int grid, int from, int size) {
    double scale = length / grid;
    double reach = Math.max(1, scale);
    int low = (int) Math.floor(start);
    int high = Math.min(limit, (int) Math.ceil(start + length));
    int taps = 2 * (int) Math.ceil(reach) + 1;
    Axis axis = new Axis(new int[size], new int[size], taps, new int[size * taps]);
    double[] weights = new double[taps];
    for (int i = 0; i < size; i++) {
      double centre = start + (from + i + 0.5) * scale;
      axis.first[i] = Math.max(low, (int) (centre - reach + 0.5));
      axis.count[i] = Math.min(high, (int) (centre + reach + 0.5)) - axis.first[i];
      axis.weigh(i, centre, reach, weights);
    }
    return axis;
  }

  private void weigh(int i, double centre, double reach, double[] scratch) {
    double sum = 0;
    for (int k = 0; k < count[i]; k++) {
      scratch[k] = Math.max(0, 1 - Math.abs((first[i] + k + 0.5 - centre) * (1 / reach)));
      sum += scratch[k];
    }
    for (int k = 0; k < count[i]; k++) {
      weights[i * taps + k] = (int) (0.5 + scratch[k] / sum * (1 << BITS));
    }
  }

  /** The pixel behind the last that any position takes. */
  int end() {
    int last = first.length - 1;
    return first[last] + count[last];
  }
}
