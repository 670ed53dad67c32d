package io.squeezelab.attention.excite;

import io.squeezelab.attention.Descriptor;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.From;

/** Learns nothing: the descriptor is the logits. */
@From(value = "ECA-Net, table 2, SE-Var1", link = "https://arxiv.org/abs/1910.03151")
public record Identity() implements Excite {
  @Override
  public Layer block(Scope scope, Descriptor descriptor) {
    descriptor.single("identity");
    return Layer.IDENTITY;
  }
}
