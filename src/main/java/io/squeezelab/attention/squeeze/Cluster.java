package io.squeezelab.attention.squeeze;

import io.squeezelab.attention.Descriptor;
import io.squeezelab.attention.Keep;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Pointwise;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;

/**
 * Positions are softly assigned to k learned centres, a = softmax over the centres of V·x + b, and
 * each centre gives its mean over the P = H·W positions: its mass, Σₚ aₖₚ / P, which makes (N, k,
 * 1, 1), or its residual, Σₚ aₖₚ·(xₚ - cₖ) / P, k statistics of each channel, (N, k·C, 1, 1).
 * NetVLAD has sums and normalises them to length 1. Parameters {@code assign.weight} (k, C), {@code
 * assign.bias} (k), for residuals {@code centres} (k, C); cost: k·C·H·W multiply-adds; reads the
 * map once for masses, twice for residuals.
 *
 * @param centres k
 */
@From(value = "NetVLAD, equations 3 and 4", link = "https://arxiv.org/abs/1511.07247")
public record Cluster(
    @Default("channel") Keep keep, @Default("8") int centres, @Default("residual") Give give)
    implements Squeeze {

  /** What a centre tells. */
  public enum Give {
    MASS,
    RESIDUAL
  }

  public Cluster {
    Keeps.only(keep, "positions are what is assigned to centres, so they go", Keep.CHANNEL);
    Check.within("centres", 2, 65_537, centres);
  }

  @Override
  public Descriptor descriptor(Dims map) {
    boolean mass = give == Give.MASS;
    Dims shape = new Dims(mass ? centres : centres * map.channels(), 1, 1);
    return new Descriptor(keep, map, shape, mass ? 1 : centres);
  }

  @Override
  public Layer block(Scope scope, Dims map) {
    Layer scores = Pointwise.of(scope.in("assign"), map.channels(), centres, true);
    return give == Give.MASS
        ? Reads.of(scope, this, 1, new Masses(scores))
        : Reads.of(scope, this, 2, Residuals.of(scope, scores, centres, map.channels()));
  }
}
