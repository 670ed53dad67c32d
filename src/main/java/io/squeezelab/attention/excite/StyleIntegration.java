package io.squeezelab.attention.excite;

import io.squeezelab.attention.Descriptor;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Chain;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Mixture;
import io.squeezelab.layer.Norm;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;

/**
 * Each channel weighs its own statistics, no channel sees another: Σₛ w(c, s)·z(s, c), then a norm.
 * (N, S·C, H', W') → (N, C, H', W'). Parameters {@code weight} (C, S), which starts at 0, and the
 * norm's under {@code norm}; cost: S·C multiply-adds per kept position.
 */
@From(value = "SRM, equations 3 to 5", link = "https://arxiv.org/abs/1903.10829")
public record StyleIntegration(@Default("batch") Norm norm) implements Excite {

  @Override
  public Layer block(Scope scope, Descriptor descriptor) {
    int channels = descriptor.map().channels();
    Check.that(descriptor.keep().keeps(1), "", "weighs channels; the squeeze must keep them");
    Check.that(
        descriptor.regular(), "", "weighs statistics of each channel, not " + descriptor.shape());
    return Chain.of(
        Mixture.of(scope, channels, descriptor.statistics()),
        norm.block(scope.in("norm"), channels));
  }
}
