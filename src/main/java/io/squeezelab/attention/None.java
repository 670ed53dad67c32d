package io.squeezelab.attention;

import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Join;
import io.squeezelab.layer.Layer;
import java.util.Optional;

/** No attention: the floor that every comparison needs. Costs nothing. */
public record None() implements Attention {
  @Override
  public Layer block(Scope scope, Dims map) {
    return Layer.IDENTITY;
  }

  @Override
  public Optional<Layer> conv(Scope scope, Dims map, int out, int stride) {
    return Optional.empty();
  }

  @Override
  public Optional<Join> skip(Scope scope, Dims map) {
    return Optional.empty();
  }
}
