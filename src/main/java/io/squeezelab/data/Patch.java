package io.squeezelab.data;

import io.squeezelab.cost.Dims;
import io.squeezelab.spec.Seeds;
import java.util.SplittableRandom;

/**
 * A rectangle of an image.
 *
 * @param top first row; may lie outside the image, as the other sides may
 * @param left first column
 * @param bottom the row after the last
 * @param right the column after the last
 */
public record Patch(int top, int left, int bottom, int right) {
  public static final Patch NONE = new Patch(0, 0, 0, 0);

  /**
   * A square with its centre at any pixel of the image, each as likely: DeVries and Taylor 2017. A
   * side of 2k begins k pixels before its centre.
   */
  public static Patch square(int side, Dims dims, SplittableRandom random) {
    int top = Seeds.below(dims.height(), random) - side / 2;
    int left = Seeds.below(dims.width(), random) - side / 2;
    return new Patch(top, left, top + side, left + side);
  }
}
