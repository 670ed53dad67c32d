package io.squeezelab.attention.excite;

import io.squeezelab.attention.Descriptor;
import io.squeezelab.attention.Keep;
import io.squeezelab.attention.squeeze.Avg;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Activation;
import io.squeezelab.layer.Chain;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Norm;
import io.squeezelab.layer.Total;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;
import java.util.List;

/**
 * Two scales of channel attention added: a bottleneck at each position, and another one of the mean
 * over all positions. (N, C, H, W) → the same. Parameters under {@code local} and {@code global} as
 * of {@link Bottleneck}: {@code down}, {@code norm}, {@code up}, {@code out-norm}; cost: 2·C·h
 * multiply-adds per position, and once more; reads the map once for the mean.
 *
 * @param norm after both layers of both bottlenecks
 */
@From(
    value = "Attentional Feature Fusion, equations 2 and 3",
    link = "https://arxiv.org/abs/2009.14082")
public record Mscam(
    @Default("4") int reduction,
    @Default("true") boolean bias,
    @Default("relu") Activation activation,
    @Default("1") int minimum,
    @Default("1") int divisor,
    @Default("0") int hidden,
    @Default("down") Narrow.Rounding rounding,
    @Default("0.9") double limit,
    @Default("batch") Norm norm)
    implements Excite {
  public Mscam {
    new Narrow(reduction, minimum, divisor, hidden, rounding, limit);
  }

  private Bottleneck each() {
    Narrow narrow = new Narrow(reduction, minimum, divisor, hidden, rounding, limit);
    return Base.MAP.bottleneck(narrow, bias, activation, norm);
  }

  @Override
  public Layer block(Scope scope, Descriptor descriptor) {
    Bottleneck bottleneck = each();
    Dims map = Positions.all("mscam", descriptor);
    Dims mean = Keep.CHANNEL.of(map);
    Layer pool = new Avg(Keep.CHANNEL).block(scope.in("global"), map);
    Layer global = bottleneck.block(scope.in("global"), new Descriptor(Keep.CHANNEL, map, mean, 1));
    Layer local = bottleneck.block(scope.in("local"), descriptor);
    return new Total(List.of(Chain.of(pool, global), local), null);
  }
}
