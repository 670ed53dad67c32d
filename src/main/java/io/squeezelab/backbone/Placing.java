package io.squeezelab.backbone;

import io.squeezelab.attention.Attention;
import io.squeezelab.attention.None;
import io.squeezelab.engine.Scope;

/**
 * Which units of one network get attention, and the building of it there.
 *
 * @param attention of the experiment or, where that is none, the one that the network is published
 *     with
 */
record Placing(Scope root, Attention attention, Placement placement) {

  /**
   * @param stages that the network has
   * @throws io.squeezelab.spec.Problem if the placement names others
   */
  static Placing of(Scope root, Attention attention, Placement placement, int stages) {
    placement.stages().within(stages);
    return new Placing(root, attention, placement);
  }

  /**
   * For a network that is published with an attention of its own, which sits where it was published
   * whatever the placement says: that is for the experiment's.
   */
  static Placing of(
      Scope root, Attention attention, Attention own, Placement placement, int stages) {
    Placing placing = of(root, attention, placement, stages);
    return attention instanceof None ? new Placing(root, own, Placement.STANDARD) : placing;
  }

  /**
   * The units of one stage.
   *
   * @param number of the stage, from 1
   * @param scope of the stage
   * @param count of its units
   */
  Units stage(int number, Scope scope, int count) {
    return new Units(number, scope, count);
  }

  /** The units of one stage, in turn. */
  final class Units {
    private final int number;
    private final Scope scope;
    private final int count;

    private Units(int number, Scope scope, int count) {
      this.number = number;
      this.scope = scope;
      this.count = count;
    }

    /**
     * What one unit has where.
     *
     * @param index of the unit in its stage, from 0
     * @param block its scope
     */
    Places places(int index, Scope block, Unit unit) {
      boolean here = placement.holds(number, index, count);
      Scope inside = block.inUnitOf(unit.entering());
      Scope its = here ? placement.share().scope(root, scope, inside) : null;
      return Places.of(its, here ? attention : null, placement.position(), unit);
    }
  }
}
