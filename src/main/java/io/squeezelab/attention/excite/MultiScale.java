package io.squeezelab.attention.excite;

import io.squeezelab.attention.Descriptor;
import io.squeezelab.engine.Init;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.ChannelConv;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Profile;
import io.squeezelab.layer.Total;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;
import java.util.ArrayList;
import java.util.List;

/**
 * Local relations at several scales: kernels of different size slide along the channels (or the one
 * kept axis), zero padded, without bias, and their logits are added. Parameters {@code 0.weight}
 * (1, S, k₀), {@code 1.weight} (1, S, k₁), … and, if weighted, {@code mix} (one a kernel, starting
 * at 0); cost: S·(k₀ + k₁ + …)·C multiply-adds per kept position.
 *
 * @param kernels their odd sizes
 */
@From("several convolutions of different size as excitation, this project")
public record MultiScale(@Default("[3, 5, 7]") List<Integer> kernels, @Default("sum") Merge merge)
    implements Excite {

  /** Plain sum, or with factors softmax({@code mix}), which start equal and add up to 1. */
  public enum Merge {
    SUM,
    WEIGHTED
  }

  public MultiScale {
    Check.that(!kernels.isEmpty(), "kernels", "must hold at least one size");
    boolean odd = kernels.stream().allMatch(k -> k > 0 && k < 10_000 && k % 2 == 1);
    Check.that(odd, "kernels", "must be odd numbers from 1 to 9999, are " + kernels);
  }

  @Override
  public Layer block(Scope scope, Descriptor descriptor) {
    int statistics = descriptor.regular("multi-scale");
    return Along.relation(descriptor, c -> new Profile(statistics, sum(scope, statistics, c)));
  }

  private Layer sum(Scope scope, int statistics, int length) {
    List<Layer> scales = new ArrayList<>();
    for (int kernel : kernels) {
      scales.add(ChannelConv.of(scope.in(scales.size()), 1, statistics, kernel, false));
    }
    boolean weighted = merge == Merge.WEIGHTED;
    return new Total(scales, weighted ? scope.vector("mix", Init.ZEROS, kernels.size()) : null);
  }
}
