package io.squeezelab.attention.squeeze;

import io.squeezelab.attention.Keep;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.From;

/**
 * No squeeze: the map itself is the descriptor, and every position of every channel gets a weight
 * of its own. (N, C, H, W) → the same. Nothing to learn, nothing to compute: its costs are those of
 * an excitation that works at H·W positions in place of one.
 */
@From(
    value = "Squeeze-and-Excitation Networks, section 7.1, NoSqueeze",
    link = "https://arxiv.org/abs/1709.01507")
public record None() implements Squeeze {
  @Override
  public Keep keep() {
    return Keep.ALL;
  }

  @Override
  public Layer block(Scope scope, Dims map) {
    return Layer.IDENTITY;
  }
}
