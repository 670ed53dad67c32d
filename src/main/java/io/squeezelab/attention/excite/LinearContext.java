package io.squeezelab.attention.excite;

import io.squeezelab.attention.Descriptor;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Chain;
import io.squeezelab.layer.EachChannel;
import io.squeezelab.layer.GroupStandard;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;

/**
 * The descriptor, brought to mean 0 and variance 1 inside each group of channels (or of places of
 * the one kept axis), then a weight and a bias for each: w_c·ẑ_c + b_c. Parameters {@code weight}
 * (C, 1, 1), starting at 1, and {@code bias} (C), starting at 0; cost: C multiply-adds per kept
 * position.
 *
 * @param groups must divide C and leave at least 2 channels in each
 * @param eps added to the population variance
 */
@From(value = "Linear Context Transform Block", link = "https://arxiv.org/abs/1909.03834")
public record LinearContext(@Default("2") int groups, @Default("1e-5") double eps)
    implements Excite {
  public LinearContext {
    Check.atLeast("groups", 1, groups);
    Check.above("eps", 0, eps);
  }

  @Override
  public Layer block(Scope scope, Descriptor descriptor) {
    descriptor.single("linear-context");
    return Along.relation(
        descriptor,
        length -> {
          boolean fits = length % groups == 0 && length / groups > 1;
          String rule = "must divide " + length + " into groups of at least 2, is " + groups;
          Check.that(fits, "groups", rule);
          return Chain.of(new GroupStandard(groups, eps), EachChannel.of(scope, length, true));
        });
  }
}
