package io.squeezelab.attention.squeeze;

import io.squeezelab.attention.Descriptor;
import io.squeezelab.attention.Keep;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;
import java.util.List;

/**
 * Mean and maximum over the axes that go, in this order: (N, C, H, W) → (N, 2·C', H', W'), or one
 * array where they are added. Nothing to learn; reads the map twice.
 *
 * @param join how the two meet; by their logits in CBAM's channel attention, stacked in its spatial
 *     one
 */
@From(value = "CBAM, equations 4 and 5", link = "https://arxiv.org/abs/1807.06521")
public record AvgMax(@Default("channel") Keep keep, @Default("logits") Meeting join)
    implements Squeeze {
  public AvgMax {
    Statistic.check(keep);
  }

  private Several both() {
    return new Several(List.of(new Avg(keep), new Max(keep)), join);
  }

  @Override
  public Descriptor descriptor(Dims map) {
    return both().descriptor(map);
  }

  @Override
  public boolean apart() {
    return both().apart();
  }

  @Override
  public Layer block(Scope scope, Dims map) {
    return both().block(scope, map);
  }
}
