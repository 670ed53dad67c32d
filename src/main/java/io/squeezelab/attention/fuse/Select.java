package io.squeezelab.attention.fuse;

import io.squeezelab.attention.Branch;
import io.squeezelab.attention.excite.Excite;
import io.squeezelab.attention.gate.Gate;
import io.squeezelab.attention.squeeze.Squeeze;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Join;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;

/**
 * All maps decide together how much of each is taken: they are merged, squeezed and excited to the
 * logits of every map, which are gated and weigh the maps, and these are combined. Parameters under
 * {@code squeeze} and {@code excite}; see {@link Widening}, which also says the cost.
 *
 * @param gate of each logit by itself, or softmax over the maps
 */
@From(value = "Selective Kernel Networks, section 3.1", link = "https://arxiv.org/abs/1903.06586")
public record Select(
    @Default("sum") Combine merge,
    @Default("avg") Squeeze squeeze,
    @Default("{}") Widening excite,
    @Default("sigmoid") Gate gate,
    @Default("sum") Combine combine)
    implements Fuse {

  @Override
  public Join block(Scope scope, Dims map, int inputs) {
    return block(scope, map, inputs, map.channels());
  }

  @Override
  public Join block(Scope scope, Dims map, int inputs, int source) {
    String needs = "must keep the channels: each of them gets weights";
    Check.that(squeeze.keep().keeps(1), "squeeze", needs);
    Excite.Custom widening =
        (in, z) -> excite.block(in, z.shape().channels(), map.channels(), inputs, source);
    Dims merged = map.channels(map.channels() * merge.parts(inputs));
    Layer logits = new Branch(squeeze, widening).block(scope, merged);
    Competitors all = new Competitors(scope, map, inputs, squeeze.keep());
    return all.weighed(new Merged(merge, inputs, logits), "gate", gate, combine);
  }

  @Override
  public void fitsEqual() {
    Competitors.fitEqual("gate", gate, combine);
  }

  @Override
  public int parts(int inputs) {
    return combine.parts(inputs);
  }
}
