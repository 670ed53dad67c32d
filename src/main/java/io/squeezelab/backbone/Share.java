package io.squeezelab.backbone;

import io.squeezelab.engine.Scope;
import io.squeezelab.spec.From;

/**
 * How far one module's weights reach. The module is built at every place, with a forward pass of
 * its own there; what is shared are the parameters, whose gradients add up.
 */
@From(value = "DIANet, section 3", link = "https://arxiv.org/abs/1905.10671")
public enum Share {
  /** Every place has weights of its own: {@code layer1.0.attention}. */
  BLOCK,
  /** The places of a stage have one set of weights: {@code layer1.attention}. */
  STAGE,
  /** All places have one set of weights: {@code attention}. */
  NETWORK;

  /**
   * Where a place declares its module.
   *
   * @param network the outermost scope
   * @param stage its scope of the place's stage
   * @param block its scope of the place's block
   */
  Scope scope(Scope network, Scope stage, Scope block) {
    Scope own = block.in("attention");
    if (this == BLOCK) {
      return own;
    }
    return (this == STAGE ? stage : network).in("attention").shared(own);
  }
}
