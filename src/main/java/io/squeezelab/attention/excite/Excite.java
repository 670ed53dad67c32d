package io.squeezelab.attention.excite;

import io.squeezelab.attention.Keep;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Layer;

/**
 * Turns a descriptor into logits by learning relations along one or more of its kept axes: (N,
 * S·C', H', W') → (N, C', H', W').
 */
public sealed interface Excite permits Bottleneck, Conv1d, Identity, Excite.Custom {

  /**
   * @param keep the axes that the descriptor kept
   * @param logits shape of the result: what a descriptor of one statistic has
   * @param statistics how many are stacked along the descriptor's channel axis
   * @throws io.squeezelab.spec.Problem if these relations make no sense along those axes
   */
  Layer block(Scope scope, Keep keep, Dims logits, int statistics);

  /** For excitations from other jars and cells; see {@link io.squeezelab.spec.Family}. */
  non-sealed interface Custom extends Excite {}
}
