package io.squeezelab.data;

import io.squeezelab.cost.Dims;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.Seeds;
import java.util.SplittableRandom;

/**
 * Random erasing (Zhong et al. 2020, arXiv:1708.04896, algorithm 1): a rectangle of random size and
 * shape, wholly inside the image, is painted over.
 *
 * @param probability that an image is changed; 0 for none, 0.5 in the paper
 * @param minArea smallest share of the image's area
 * @param maxArea largest share of the image's area
 * @param aspect smallest height over width; the largest is its inverse
 * @param fill what the rectangle is painted with
 */
public record Erase(
    @Default("0") double probability,
    @Default("0.02") double minArea,
    @Default("0.4") double maxArea,
    @Default("0.3") double aspect,
    @Default("random") Fill fill) {
  public static final Erase NONE = new Erase(0, .02, .4, .3, Fill.RANDOM);

  /**
   * Draws after which an image is left as it is; with the paper's ranges nearly all fit at once.
   */
  private static final int TRIES = 100;

  /** What a rectangle is painted with. */
  public enum Fill {
    /** Each pixel and channel uniformly at random. */
    RANDOM,
    /** The training images' mean colour. */
    MEAN,
    BLACK
  }

  public Erase {
    Check.atLeast("probability", 0, probability);
    Check.atMost("probability", 1, probability);
    Check.above("minArea", 0, minArea);
    Check.atLeast("maxArea", minArea, maxArea);
    Check.atMost("maxArea", 1, maxArea);
    Check.above("aspect", 0, aspect);
    Check.atMost("aspect", 1, aspect);
  }

  /** The rectangle of one image; {@link Patch#NONE} for an image that stays as it is. */
  public Patch draw(Dims dims, SplittableRandom random) {
    if (Seeds.between(0, 1, random) >= probability) {
      return Patch.NONE;
    }
    for (int i = 0; i < TRIES; i++) {
      double area = Seeds.between(minArea, maxArea, random) * dims.pixels();
      double ratio = Seeds.between(aspect, 1 / aspect, random);
      int high = (int) Math.round(Math.sqrt(area * ratio));
      int wide = (int) Math.round(Math.sqrt(area / ratio));
      int top = Seeds.below(dims.height(), random);
      int left = Seeds.below(dims.width(), random);
      if (top + high <= dims.height() && left + wide <= dims.width()) {
        return new Patch(top, left, top + high, left + wide);
      }
    }
    return Patch.NONE;
  }
}
