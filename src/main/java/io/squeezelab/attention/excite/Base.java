package io.squeezelab.attention.excite;

import io.squeezelab.engine.Scope;
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

  int channels(Scope scope, int map) {
    return this == UNIT && scope.unit() > 0 ? scope.unit() : map;
  }
}
