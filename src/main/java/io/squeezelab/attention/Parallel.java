package io.squeezelab.attention;

import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;
import java.util.List;

/**
 * Modules side by side: all attend the same map, and what they give is merged. (N, C, H, W) → (N,
 * C, H, W); parameters of the k-th are under {@code k}, from 0; the cost is that of all of them.
 *
 * @param merge of the attended maps
 */
@From(
    value = "Concurrent Spatial and Channel SE, section 2",
    link = "https://arxiv.org/abs/1803.02579")
public record Parallel(List<Attention> of, @Default("sum") Merge merge) implements Attention {
  public Parallel {
    Check.that(of.size() > 1, "of", "must name at least two modules");
  }

  @Override
  public Layer block(Scope scope, Dims map) {
    return merge.of(Members.of(of, scope, map));
  }
}
