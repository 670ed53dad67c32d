package io.squeezelab.attention.fuse;

import io.squeezelab.attention.Branch;
import io.squeezelab.attention.excite.Excite;
import io.squeezelab.attention.gate.Gate;
import io.squeezelab.attention.squeeze.Squeeze;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Join;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;

/**
 * Each map is squeezed, excited and gated by itself; then the weights of all compete, weigh the
 * maps, and these are combined. Parameters of the i-th under {@code i.squeeze} and {@code
 * i.excite}, from 0; of a shared one under {@code 0}. Costs k times the squeeze and the excitation.
 *
 * @param gate of each map by itself
 * @param share one squeeze and excitation, with one set of weights, for all maps
 * @param across gate of all maps' weights side by side
 */
@From(value = "EPSANet, section 3.2", link = "https://arxiv.org/abs/2105.14447")
public record Compete(
    @Default("avg") Squeeze squeeze,
    @Default("bottleneck") Excite excite,
    @Default("sigmoid") Gate gate,
    @Default("false") boolean share,
    @Default("softmax") Gate across,
    @Default("concat") Combine combine)
    implements Fuse {

  @Override
  public Join block(Scope scope, Dims map, int inputs) {
    Branch branch = new Branch(squeeze, excite);
    Join weights =
        EachOwn.of(
            inputs,
            share,
            Combine.CONCAT,
            i -> Gated.of(gate, branch.block(scope.in(i), map), map));
    return new Competitors(scope, map, inputs, squeeze.keep())
        .weighed(weights, "across", across, combine);
  }

  @Override
  public void fitsEqual() {
    Competitors.fitEqual("across", across, combine);
  }

  @Override
  public int parts(int inputs) {
    return combine.parts(inputs);
  }
}
