package io.squeezelab.attention;

import io.squeezelab.attention.apply.Apply;
import io.squeezelab.attention.excite.Excite;
import io.squeezelab.attention.gate.Gate;
import io.squeezelab.attention.squeeze.Squeeze;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Default;

/**
 * The sentence itself: squeeze the map to a descriptor, excite it to logits, gate them to weights,
 * apply these to the map. (N, C, H, W) → (N, C, H, W); parameters under {@code squeeze}, {@code
 * excite} and {@code apply}.
 */
public record SqueezeExcite(
    @Default("avg") Squeeze squeeze,
    @Default("bottleneck") Excite excite,
    @Default("sigmoid") Gate gate,
    @Default("scale") Apply apply)
    implements Attention {

  @Override
  public Layer block(Scope scope, Dims map) {
    Layer logits = new Branch(squeeze, excite).block(scope, map);
    return Weighing.of(scope, map, squeeze.keep(), logits, gate, apply);
  }
}
