package io.squeezelab.cli;

import io.squeezelab.cost.Dims;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Problem;

/** The shape of a module's map, given as {@code --channels} and {@code --size}. */
final class MapOption {
  private static final String SIDES = "\\s*\\d+\\s*[x×]\\s*\\d+\\s*";

  private MapOption() {}

  /**
   * @param size height x width
   */
  static Dims read(int channels, String size) {
    Check.atLeast("--channels", 1, channels);
    if (!size.matches(SIDES)) {
      throw new BadInput("--size must be height x width, such as 8x8; is '" + size + "'");
    }
    try {
      return Dims.parse(channels + "x" + size);
    } catch (Problem problem) {
      String option = problem.path().equals("channels") ? "--channels" : "--size " + problem.path();
      throw new BadInput(option.strip() + " " + problem.getMessage(), problem);
    }
  }
}
