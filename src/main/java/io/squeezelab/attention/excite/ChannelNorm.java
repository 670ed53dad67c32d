package io.squeezelab.attention.excite;

import io.squeezelab.attention.Descriptor;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Competition;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Size;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;

/**
 * Channels compete by being measured against each other: e = alpha·z, then gamma·e / size + beta,
 * the size being √(mean e²) or mean |e| over the channels. (N, C, H', W') → the same. Parameters
 * {@code alpha} (C), starts at 1, {@code gamma} and {@code beta} (C), start at 0: with a gate 1 +
 * tanh the module starts as the identity. Costs no multiply-adds of linear layers.
 *
 * @param norm which size
 * @param eps keeps the size above 0, in squared units of e for l2
 * @param epsInMean whether eps is added to the mean over the channels, as the released code does,
 *     or to the sum, as the paper writes; the code's is C times as strong
 */
@From(
    value = "Gated Channel Transformation, equations 3 and 4",
    link = "https://arxiv.org/abs/1909.11519")
public record ChannelNorm(
    @Default("l2") Size norm, @Default("1e-5") double eps, @Default("false") boolean epsInMean)
    implements Excite {
  public ChannelNorm {
    Check.above("eps", 0, eps);
  }

  @Override
  public Layer block(Scope scope, Descriptor descriptor) {
    Check.that(
        descriptor.keep().keeps(1),
        "",
        "compares channels with each other; the squeeze must keep them");
    int channels = descriptor.single("channel-norm").channels();
    return Competition.of(scope, channels, norm, epsInMean ? eps : eps / channels);
  }
}
