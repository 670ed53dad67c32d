package io.squeezelab.backbone;

import io.squeezelab.attention.Attention;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Problem;

/** The attention of one residual unit, and the one position where it sits. */
record Places(Layer attention, Position position) {

  /**
   * @param attention null for a unit without
   * @param in shape of the unit's input, which is what attention sees in position pre
   */
  static Places of(Scope scope, Attention attention, Position position, Dims in, Dims out) {
    if (attention == null) {
      return new Places(Layer.IDENTITY, position);
    }
    try {
      return new Places(attention.block(scope, position == Position.PRE ? in : out), position);
    } catch (Problem problem) {
      throw problem.under("attention");
    }
  }

  Layer at(Position here) {
    return here == position ? attention : Layer.IDENTITY;
  }
}
