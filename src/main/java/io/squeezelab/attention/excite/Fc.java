package io.squeezelab.attention.excite;

import io.squeezelab.attention.Descriptor;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Pointwise;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;

/**
 * One fully connected layer, every channel with every other and no narrow middle: W·z + b, S·C → C;
 * a 1x1 convolution where positions are kept. Parameters {@code weight} (C, S·C) and, if wanted,
 * {@code bias} (C); cost: S·C² multiply-adds per kept position.
 */
@From(
    value = "CenterMask, eSE of VoVNetV2; SE-Var3 of ECA-Net, table 2",
    link = "https://arxiv.org/abs/1911.06667")
public record Fc(@Default("false") boolean bias) implements Excite {
  @Override
  public Layer block(Scope scope, Descriptor descriptor) {
    return Along.relation(descriptor, c -> Pointwise.of(scope, descriptor.width(c), c, bias));
  }
}
