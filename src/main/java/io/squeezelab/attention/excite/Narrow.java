package io.squeezelab.attention.excite;

/** How wide the middle of a bottleneck is. */
public final class Narrow {
  private Narrow() {}

  /**
   * channels / reduction rounded down, at least {@code minimum}, then the nearest multiple of
   * {@code divisor}; one multiple more where that would take away over 10 %.
   */
  public static int width(int channels, int reduction, int minimum, int divisor) {
    int width = Math.max(minimum, channels / reduction);
    int nearest = Math.max(divisor, (width + divisor / 2) / divisor * divisor);
    return nearest < 0.9 * width ? nearest + divisor : nearest;
  }
}
