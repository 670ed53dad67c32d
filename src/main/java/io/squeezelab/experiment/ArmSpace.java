package io.squeezelab.experiment;

import io.squeezelab.search.Point;
import io.squeezelab.search.Space;
import java.util.Optional;

/** The combinations of an experiment's axes, and the arm at each. */
public interface ArmSpace extends Space {
  /**
   * @param point admitted
   */
  Arm arm(Point point);

  /** How the combinations became arms, as far as they were looked at; empty where nobody counts. */
  default Optional<Expansion> expansion() {
    return Optional.empty();
  }
}
