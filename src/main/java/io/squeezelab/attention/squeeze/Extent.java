package io.squeezelab.attention.squeeze;

import ai.djl.ndarray.NDArray;
import io.squeezelab.attention.Descriptor;
import io.squeezelab.attention.Keep;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Scope;
import io.squeezelab.engine.Stats;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;

/**
 * Means over local neighbourhoods: windows of 2·E - 1 positions, E apart, of which only what is
 * inside the map counts. (N, C, H, W) → (N, C, ⌈H/E⌉, ⌈W/E⌉), or (N, C, 1, 1) for the whole map;
 * weights go back to the nearest positions. Nothing to learn; reads the map once.
 */
@From(value = "Gather-Excite, section 3.1 (θ-)", link = "https://arxiv.org/abs/1810.12348")
public record Extent(@Default("global") Reach extent) implements Squeeze {

  @Override
  public Keep keep() {
    return extent.global() ? Keep.CHANNEL : Keep.ALL;
  }

  @Override
  public Descriptor descriptor(Dims map) {
    return new Descriptor(keep(), map, extent.of(map), 1);
  }

  @Override
  public Layer block(Scope scope, Dims map) {
    return Statistic.of(scope, this, 1, this::gather);
  }

  private NDArray gather(Pass pass, NDArray x, int[] axes) {
    if (extent.global()) {
      return Ops.mean(pass, x, axes);
    }
    int e = extent.side();
    return Stats.windowMean(pass, x, 2 * e - 1, e, e - 1);
  }
}
