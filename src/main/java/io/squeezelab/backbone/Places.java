package io.squeezelab.backbone;

import io.squeezelab.attention.Attention;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Join;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Problem;
import java.util.Locale;
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
  private static final Join SUM = new Sum(true);

  /** For a unit without attention. */
  static final Places NONE = new Places(Position.STANDARD, Layer.IDENTITY, Optional.empty(), SUM);

  /**
   * @param attention null for a unit without
   */
  static Places of(Scope scope, Attention attention, Position position, Unit unit) {
    if (attention == null) {
      return NONE;
    }
    if (!unit.maps().containsKey(position)) {
      String has = " is no place here, because " + unit.lacks() + "; allowed: ";
      String name = position.name().toLowerCase(Locale.ROOT);
      throw new Problem("placement.position", name + has + String.join(", ", unit.positions()));
    }
    try {
      return built(scope, attention, position, unit);
    } catch (Problem problem) {
      String where = "on " + unit.maps().get(position) + ": " + problem.getMessage();
      throw new Problem(problem.path(), where).under("attention");
    }
  }

  private static Places built(Scope scope, Attention attention, Position position, Unit unit) {
    Dims map = unit.maps().get(position);
    if (position == Position.CONV) {
      Dims out = unit.conv().out();
      Optional<Layer> conv = attention.conv(scope, map, out.channels(), unit.conv().stride());
      conv.ifPresent(layer -> layer.trace(map, new Sheet()).mustBe(out));
      return new Places(position, Layer.IDENTITY, conv, SUM);
    }
    if (position == Position.SKIP) {
      Join sum = attention.skip(scope, map).orElse(SUM);
      sum.trace(map, new Sheet()).mustBe(map);
      return new Places(position, Layer.IDENTITY, Optional.empty(), sum);
    }
    Layer layer = attention.block(scope, map);
    layer.trace(map, new Sheet()).mustBe(map);
    return new Places(position, layer, Optional.empty(), SUM);
  }

  Layer at(Position here) {
    return here == position ? layer : Layer.IDENTITY;
  }

  /** The sum in a unit whose residual ends in a ReLU, which needs its own result. */
  Join sumAfterRelu() {
    boolean weighed = position == Position.STANDARD && layer != Layer.IDENTITY;
    return sum.equals(SUM) && !weighed ? new Sum(false) : sum;
  }

  /** What stands for the unit's 3x3 convolution. */
  Layer conv(Supplier<Layer> plain) {
    return replaced.orElseGet(plain);
  }
}
