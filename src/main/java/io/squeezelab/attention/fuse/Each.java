package io.squeezelab.attention.fuse;

import io.squeezelab.attention.Attention;
import io.squeezelab.attention.Members;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Join;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;
import io.squeezelab.spec.Problem;

/**
 * Each map has an attention of its own, and what these give is combined. Parameters of the i-th
 * under {@code i}, from 0; of a shared one under {@code 0}. Costs k times the attention.
 *
 * @param share one attention, with one set of weights, for all maps
 */
@From("this project")
public record Each(
    @Default("se") Attention attention,
    @Default("false") boolean share,
    @Default("sum") Combine combine)
    implements Fuse {

  @Override
  public Join block(Scope scope, Dims map, int inputs) {
    EachOwn all = EachOwn.of(inputs, share, combine, i -> own(scope.in(i), map));
    if (all.layers().get(0) == Layer.IDENTITY) {
      Sum.several(inputs);
    }
    return all;
  }

  private Layer own(Scope scope, Dims map) {
    try {
      return Members.keeping(attention, scope, map);
    } catch (Problem problem) {
      throw problem.under("attention");
    }
  }

  @Override
  public int parts(int inputs) {
    return combine.parts(inputs);
  }
}
