package io.squeezelab.attention;

import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Layer;

/** No attention: the floor that every comparison needs. Costs nothing. */
public record None() implements Attention {
  @Override
  public Layer block(Scope scope, Dims map) {
    return Layer.IDENTITY;
  }
}
