package io.squeezelab.attention;

import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Chain;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.From;
import java.util.List;

/**
 * Modules one after another, each attending what the one before it gave. Parameters of the k-th are
 * under {@code k}, from 0.
 */
@From(value = "CBAM, equation 2", link = "https://arxiv.org/abs/1807.06521")
public record Sequence(List<Attention> of) implements Attention {
  public Sequence {
    Check.that(!of.isEmpty(), "of", "must name at least one module");
  }

  @Override
  public Layer block(Scope scope, Dims map) {
    List<Layer> layers = Members.of(of, scope, map);
    boolean nothing = layers.stream().allMatch(layer -> layer == Layer.IDENTITY);
    return nothing ? Layer.IDENTITY : new Chain(layers);
  }
}
