package io.squeezelab.attention.squeeze;

import ai.djl.ndarray.NDArray;
import io.squeezelab.attention.Descriptor;
import io.squeezelab.attention.Keep;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;
import java.util.List;

/**
 * Mean and spread over the axes that go, in this order: (N, C, H, W) → (N, 2·C', H', W'), or one
 * array where they are added. Nothing to learn; reads the map twice.
 *
 * @param unbiased divides squared deviations by n - 1, as the released code does, not by n
 * @param eps inside the root, in squared units of the map
 * @param join how the two meet
 */
@From(value = "SRM, equations 1 to 3", link = "https://arxiv.org/abs/1903.10829")
public record Style(
    @Default("channel") Keep keep,
    @Default("false") boolean unbiased,
    @Default("1e-5") double eps,
    @Default("concat") Meeting join)
    implements Squeeze {
  public Style {
    new Std(keep, eps, unbiased); // refuses what it refuses
  }

  @Override
  public Descriptor descriptor(Dims map) {
    Descriptor one = new Descriptor(keep, map, keep.of(map), 1);
    return join.of(List.of(one, one));
  }

  @Override
  public boolean apart() {
    return join == Meeting.LOGITS;
  }

  @Override
  public Layer block(Scope scope, Dims map) {
    return Statistic.of(scope, this, 2, this::both);
  }

  private NDArray both(Pass pass, NDArray x, int[] axes) {
    try (NDArray mean = Ops.mean(pass, x, axes);
        NDArray spread = new Std(keep, eps, unbiased).around(pass, x, mean, axes)) {
      return join.of(pass, List.of(mean, spread));
    }
  }
}
