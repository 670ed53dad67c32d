package io.squeezelab.backbone;

import io.squeezelab.attention.Attention;
import io.squeezelab.cost.Dims;

/** A family of networks with places for attention. */
public sealed interface Backbone permits ResnetCifar, Backbone.Custom {

  /**
   * The network with this attention in those places.
   *
   * @param input shape of one image
   * @throws io.squeezelab.spec.Problem if attention makes no sense there
   */
  Network network(Dims input, int classes, Attention attention, Placement placement);

  /** For backbones from other jars and notebook cells; see {@link io.squeezelab.spec.Family}. */
  non-sealed interface Custom extends Backbone {}
}
