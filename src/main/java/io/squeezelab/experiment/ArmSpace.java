package io.squeezelab.experiment;

import io.squeezelab.search.Point;
import io.squeezelab.search.Space;

/** The combinations of an experiment's axes, and the arm at each. */
public interface ArmSpace extends Space {
  /**
   * @param point admitted
   */
  Arm arm(Point point);
}
