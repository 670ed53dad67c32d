package io.squeezelab.attention.excite;

import io.squeezelab.attention.Descriptor;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.ChannelConv;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Profile;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;

/**
 * Local relations: a small kernel slides along the channels (or the one kept axis), without bias.
 * Parameter {@code weight} (1, S, k), or (C, S, k) with kernels of their own; cost: S·k·C
 * multiply-adds per kept position.
 *
 * @param kernel its odd size, or {@code eca} for the size that ECA's rule gives for C channels
 * @param gamma of the rule
 * @param beta of the rule
 * @param minimum least size by the rule, odd
 * @param shared whether one kernel serves all channels; false is ECA-NS, each channel its own
 * @param circular whether the first channel follows the last; else there are zeros beyond the ends
 */
@From(value = "ECA-Net, equations 9 and 12", link = "https://arxiv.org/abs/1910.03151")
public record Conv1d(
    @Default("eca") KernelSize kernel,
    @Default("2") double gamma,
    @Default("1") double beta,
    @Default("1") int minimum,
    @Default("true") boolean shared,
    @Default("false") boolean circular)
    implements Excite {
  public Conv1d {
    Check.above("gamma", 0, gamma);
    Check.atLeast("beta", 0, beta);
    Check.within("minimum", 1, 10_000, minimum);
    Check.that(minimum % 2 == 1, "minimum", "must be odd, is " + minimum);
  }

  @Override
  public Layer block(Scope scope, Descriptor descriptor) {
    int statistics = descriptor.regular("conv1d");
    return Along.relation(descriptor, length -> slide(scope, statistics, length));
  }

  private Layer slide(Scope scope, int statistics, int length) {
    int size = kernel.of(length, gamma, beta, minimum);
    if (circular) {
      KernelSize.checkRing(size, length);
    }
    int kernels = shared ? 1 : length;
    return new Profile(statistics, ChannelConv.of(scope, kernels, statistics, size, circular));
  }
}
