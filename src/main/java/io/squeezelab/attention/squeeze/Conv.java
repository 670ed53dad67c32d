package io.squeezelab.attention.squeeze;

import io.squeezelab.attention.Descriptor;
import io.squeezelab.attention.Keep;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Activation;
import io.squeezelab.layer.Chain;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Norm;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;

/**
 * A learned weighted sum over the axes that go. Global: one kernel for each kept channel, as long
 * as these axes; {@code weight} (C, 1, H, W) for {@code channel}, (C, 1, 1, W) for {@code
 * channel-height}, (1, C) for {@code spatial}, (1, C, 1, W) for {@code height}; for {@code cross}
 * one each under {@code rows} and {@code columns}. Local, of extent E: log₂(E) depthwise 3x3
 * convolutions of stride 2 with ReLU between: → (N, C, ⌈H/E⌉, ⌈W/E⌉); {@code 0.weight} (C, 1, 3,
 * 3), {@code 1.weight}, … {@code bias} and {@code norm} lie beside a weight. Cost: one multiply-add
 * a number of the map and kernel, 9·C a position of a local one; reads the map once.
 *
 * @param extent {@code global}, or E, a power of two, with {@code keep: channel}
 * @param norm after each convolution; the {@code activation} is after the last
 */
@From(
    value = "Gather-Excite, section 3.3, GE-θ; scSE, section 2.2 (keep: spatial)",
    link = "https://arxiv.org/abs/1810.12348")
public record Conv(
    @Default("channel") Keep keep,
    @Default("global") Reach extent,
    @Default("none") Norm norm,
    @Default("linear") Activation activation,
    @Default("false") boolean bias)
    implements Squeeze {
  public Conv {
    Statistic.check(keep);
    boolean fits = extent.global() || keep == Keep.CHANNEL;
    Check.that(fits, "extent", "gathers around positions, so keep must be channel");
    extent.checkHalves("extent");
  }

  @Override
  public Descriptor descriptor(Dims map) {
    return extent.global()
        ? new Descriptor(keep, map, keep.of(map), 1)
        : new Descriptor(Keep.ALL, map, Halvings.size(extent, map), 1);
  }

  @Override
  public Layer block(Scope scope, Dims map) {
    Layer sums =
        extent.global()
            ? Kernels.of(scope, keep, map, norm, bias)
            : Halvings.of(scope, extent, map, norm, bias);
    return Reads.of(scope, this, keep == Keep.CROSS ? 2 : 1, Chain.of(sums, activation));
  }
}
