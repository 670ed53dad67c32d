package io.squeezelab.data.picture;

import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;
import io.squeezelab.spec.Seeds;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A region of a training picture drawn at random and resized to the square that networks take.
 *
 * @param scale least and greatest share of the picture's area
 * @param ratio least and greatest width over height before resizing; its logarithm is uniform
 */
@From(value = "Going Deeper with Convolutions, section 6", link = "https://arxiv.org/abs/1409.4842")
public record ResizedCrop(
    @Default("[0.08, 1]") List<Double> scale,
    @Default("[0.75, 1.3333333333333333]") List<Double> ratio) {
  private static final int TRIES = 10;

  public ResizedCrop {
    range("scale", scale);
    Check.atMost("scale", 1, scale.get(1));
    range("ratio", ratio);
  }

  private static void range(String field, List<Double> range) {
    Check.that(range.size() == 2, field, "must be two numbers, [least, greatest]");
    Check.above(field, 0, range.get(0));
    Check.atLeast(field, range.get(0), range.get(1));
  }

  /**
   * Draws a region; where ten in a row do not fit into the picture, takes the largest in its middle
   * whose ratio is allowed, as torchvision does.
   */
  Cut draw(Extent of, int side, SplittableRandom random) {
    double area = (double) of.width() * of.height();
    double least = StrictMath.log(ratio.get(0));
    double most = StrictMath.log(ratio.get(1));
    for (int i = 0; i < TRIES; i++) {
      double share = area * Seeds.between(scale.get(0), scale.get(1), random);
      double shape = StrictMath.exp(Seeds.between(least, most, random));
      int width = (int) Math.rint(Math.sqrt(share * shape));
      int height = (int) Math.rint(Math.sqrt(share / shape));
      if (width > 0 && width <= of.width() && height > 0 && height <= of.height()) {
        int top = Seeds.below(of.height() - height + 1, random);
        int left = Seeds.below(of.width() - width + 1, random);
        return Cut.filling(left, top, width, height, side);
      }
    }
    return middle(of, side);
  }

  private Cut middle(Extent of, int side) {
    double shape = (double) of.width() / of.height();
    int width = of.width();
    int height = of.height();
    if (shape < ratio.get(0)) {
      height = (int) Math.rint(width / ratio.get(0));
    } else if (shape > ratio.get(1)) {
      width = (int) Math.rint(height * ratio.get(1));
    }
    int left = (of.width() - width) / 2;
    return Cut.filling(left, (of.height() - height) / 2, width, height, side);
  }
}
