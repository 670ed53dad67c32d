package io.squeezelab.attention.squeeze;

import io.squeezelab.attention.Descriptor;
import io.squeezelab.attention.Keep;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;

/**
 * One learned linear map, the same for every kept position, of the R numbers along the axes that go
 * to k numbers: with {@code keep: channel}, R = H·W and each channel's map becomes k statistics,
 * (N, C, H, W) → (N, k·C, 1, 1). Parameters {@code weight} (k, R) and, if wanted, {@code bias} (k),
 * for {@code cross} under {@code rows} and {@code columns}; cost: k multiply-adds for each number
 * of the map (twice for {@code cross}); reads the map as often.
 *
 * @param numbers k
 */
@From("this project: average pooling is k = 1 with all weights 1/R")
public record Linear(
    @Default("channel") Keep keep, @Default("4") int numbers, @Default("false") boolean bias)
    implements Squeeze {
  public Linear {
    Statistic.check(keep);
    Check.within("numbers", 1, 65_537, numbers);
  }

  @Override
  public Descriptor descriptor(Dims map) {
    Dims one = keep.of(map);
    return new Descriptor(keep, map, one.channels(numbers * one.channels()), numbers);
  }

  @Override
  public Layer block(Scope scope, Dims map) {
    boolean cross = keep == Keep.CROSS;
    Layer layer =
        cross
            ? new Profiles(
                Projection.of(scope.in("rows"), Keep.CHANNEL_HEIGHT, map, numbers, bias),
                Projection.of(scope.in("columns"), Keep.CHANNEL_WIDTH, map, numbers, bias))
            : Projection.of(scope, keep, map, numbers, bias);
    return Reads.of(scope, this, cross ? 2 : 1, layer);
  }
}
