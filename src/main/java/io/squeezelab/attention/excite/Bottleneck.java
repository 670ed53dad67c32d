package io.squeezelab.attention.excite;

import io.squeezelab.attention.Descriptor;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Activation;
import io.squeezelab.layer.Chain;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Pointwise;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;

/**
 * Two fully connected layers through a narrow middle: W₂·activation(W₁·z), C → C/r → C; 1x1
 * convolutions where positions are kept. Parameters {@code down.weight} (h, C), {@code up.weight}
 * (C, h), and biases if wanted; cost: 2·C·h multiply-adds per kept position.
 *
 * @param reduction r; the hidden width is C/r rounded down
 * @param minimum least hidden width
 * @param divisor the hidden width becomes the nearest multiple, never below 90 % of what it was
 *     (MobileNet's rule); 1 for any width
 */
@From(
    value = "Squeeze-and-Excitation Networks, equation 3",
    link = "https://arxiv.org/abs/1709.01507")
public record Bottleneck(
    @Default("16") int reduction,
    @Default("false") boolean bias,
    @Default("relu") Activation activation,
    @Default("1") int minimum,
    @Default("1") int divisor)
    implements Excite {
  public Bottleneck {
    Check.atLeast("reduction", 1, reduction);
    Check.within("minimum", 1, 65_537, minimum);
    Check.within("divisor", 1, 65_537, divisor);
  }

  /** Hidden width for this many channels. */
  public int hidden(int channels) {
    int width = Math.max(minimum, channels / reduction);
    int nearest = Math.max(divisor, (width + divisor / 2) / divisor * divisor);
    return nearest < 0.9 * width ? nearest + divisor : nearest;
  }

  @Override
  public Layer block(Scope scope, Descriptor descriptor) {
    return Along.relation(
        descriptor,
        channels ->
            Chain.of(
                Pointwise.of(scope.in("down"), descriptor.width(channels), hidden(channels), bias),
                activation,
                Pointwise.of(scope.in("up"), hidden(channels), channels, bias)));
  }
}
