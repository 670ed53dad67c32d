package io.squeezelab.backbone;

import io.squeezelab.attention.Attention;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Join;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Problem;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The attention of one residual unit, and the one position where it sits.
 *
 * @param layer of the attention; {@link Layer#IDENTITY} where there is none
 * @param replaced the attention in place of the convolution, if it is there
 * @param sum the residual and the identity, fused or added
 */
record Places(Position position, Layer layer, Optional<Layer> replaced, Join sum) {
  private static final Join SUM = new ResidualBlock.Sum();

  /**
   * @param attention null for a unit without
   */
  static Places of(Scope scope, Attention attention, Position position, Unit unit) {
    if (attention == null) {
      return new Places(position, Layer.IDENTITY, Optional.empty(), SUM);
    }
    try {
      return built(scope, attention, position, unit);
    } catch (Problem problem) {
      String where = "on " + met(position, unit) + ": " + problem.getMessage();
      throw new Problem(problem.path(), where).under("attention");
    }
  }

  /** Shape of the map that the attention gets. */
  private static Dims met(Position position, Unit unit) {
    return position == Position.PRE || position == Position.CONV ? unit.in() : unit.out();
  }

  private static Places built(Scope scope, Attention attention, Position position, Unit unit) {
    Dims out = unit.out();
    if (position == Position.CONV) {
      Optional<Layer> conv = attention.conv(scope, unit.in(), out.channels(), unit.stride());
      conv.ifPresent(layer -> layer.trace(unit.in(), new Sheet()).mustBe(out));
      return new Places(position, Layer.IDENTITY, conv, SUM);
    }
    if (position == Position.SKIP) {
      Join sum = attention.skip(scope, out).orElse(SUM);
      sum.trace(out, new Sheet()).mustBe(out);
      return new Places(position, Layer.IDENTITY, Optional.empty(), sum);
    }
    Dims map = met(position, unit);
    Layer layer = attention.block(scope, map);
    layer.trace(map, new Sheet()).mustBe(map);
    return new Places(position, layer, Optional.empty(), SUM);
  }

  Layer at(Position here) {
    return here == position ? layer : Layer.IDENTITY;
  }

  /** What stands for the unit's 3x3 convolution. */
  Layer conv(Supplier<Layer> plain) {
    return replaced.orElseGet(plain);
  }
}
