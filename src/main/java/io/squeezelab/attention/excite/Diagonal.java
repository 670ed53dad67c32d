package io.squeezelab.attention.excite;

import io.squeezelab.attention.Descriptor;
import io.squeezelab.engine.Init;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.EachChannel;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;

/**
 * One weight for each channel (or each place of the one kept axis), which see nothing of each
 * other: w_c·z_c + b_c. Parameters {@code weight} (C, 1, 1) and, if wanted, {@code bias} (C); cost:
 * C multiply-adds per kept position.
 *
 * @param start of every weight; ECA-Net is silent, so 1, where it begins as SE-Var1 (Shuffle
 *     Attention starts at 0)
 * @param biasStart of every bias (Shuffle Attention starts at 1)
 */
@From(value = "ECA-Net, table 2, SE-Var2", link = "https://arxiv.org/abs/1910.03151")
public record Diagonal(
    @Default("false") boolean bias, @Default("1") double start, @Default("0") double biasStart)
    implements Excite {
  public Diagonal {
    Check.within("start", -1e6, 1e6, start);
    Check.within("biasStart", -1e6, 1e6, biasStart);
    Check.that(bias || biasStart == 0, "biasStart", "is for a bias; set bias: true");
  }

  @Override
  public Layer block(Scope scope, Descriptor descriptor) {
    descriptor.single("diagonal");
    Init weights = Init.constant((float) start);
    Init biases = bias ? Init.constant((float) biasStart) : null;
    return Along.relation(descriptor, c -> EachChannel.of(scope, c, weights, biases));
  }
}
