package io.squeezelab.attention.excite;

import io.squeezelab.attention.Descriptor;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.EachChannel;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;

/**
 * One weight for each channel (or each place of the one kept axis), which see nothing of each
 * other: w_c·z_c + b_c. Parameters {@code weight} (C, 1, 1), starting at 1 (the paper is silent; so
 * it begins as SE-Var1), and, if wanted, {@code bias} (C), starting at 0; cost: C multiply-adds per
 * kept position.
 */
@From(value = "ECA-Net, table 2, SE-Var2", link = "https://arxiv.org/abs/1910.03151")
public record Diagonal(@Default("false") boolean bias) implements Excite {
  @Override
  public Layer block(Scope scope, Descriptor descriptor) {
    descriptor.single("diagonal");
    return Along.relation(descriptor, channels -> EachChannel.of(scope, channels, bias));
  }
}
