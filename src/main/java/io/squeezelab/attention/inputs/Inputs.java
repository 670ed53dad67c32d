package io.squeezelab.attention.inputs;

import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Fan;
import io.squeezelab.spec.Problem;

/** Where the k maps come from that a fusion makes one of: expressions of one thing. */
public sealed interface Inputs permits Given, Convs, Splits, Linear, Identity, Inputs.Custom {

  /** k, how many. */
  int count();

  /** Whether the caller gives the k maps; else they are made from one. */
  default boolean given() {
    return false;
  }

  /** Whether the k maps are one and the same. */
  default boolean equal() {
    return false;
  }

  /**
   * The k maps of one.
   *
   * @param parts of the channels of the fusion's output that each map has one: k where the fusion
   *     joins them along the channels, 1 where it adds them
   * @throws Problem if they cannot be made of such a map
   */
  Fan block(Scope scope, Dims map, int parts);

  /**
   * The same for another shape, in place of a convolution.
   *
   * @param out channels of the fusion's output
   * @throws Problem if these inputs cannot change the shape
   */
  default Inputs instead(int out, int stride) {
    throw new Problem("", "makes no maps by convolutions: position conv takes convs or splits");
  }

  /** For inputs from other jars and notebook cells; see {@link io.squeezelab.spec.Family}. */
  non-sealed interface Custom extends Inputs {}
}
