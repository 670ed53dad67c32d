package io.squeezelab.attention.excite;

import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Activation;
import io.squeezelab.layer.Norm;
import io.squeezelab.spec.From;

/** The channels that a reduction counts from. */
@From(value = "EfficientNet, released code", link = "https://arxiv.org/abs/1905.11946")
public enum Base {
  /** Those of the map that is attended. */
  MAP,
  /**
   * Those that the network's unit around the module takes in, before it widens them; of the map
   * where no unit is around, as in a module described alone.
   */
  UNIT;

  /** The width of a middle between so many channels of the map. */
  int of(Narrow narrow, Scope scope, int map) {
    return narrow.of(this == UNIT && scope.unit() > 0 ? scope.unit() : map);
  }

  /** A bottleneck that counts from these, with one kind of norm after both its layers. */
  Bottleneck bottleneck(Narrow narrow, boolean bias, Activation activation, Norm norm) {
    return new Bottleneck(
        narrow.reduction(),
        bias,
        activation,
        narrow.minimum(),
        narrow.divisor(),
        narrow.hidden(),
        narrow.rounding(),
        narrow.limit(),
        this,
        norm,
        norm,
        false);
  }
}
