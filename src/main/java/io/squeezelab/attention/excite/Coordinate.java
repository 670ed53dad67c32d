package io.squeezelab.attention.excite;

import io.squeezelab.attention.Descriptor;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Activation;
import io.squeezelab.layer.Chain;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Norm;
import io.squeezelab.layer.Pointwise;
import io.squeezelab.layer.Profiles;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;

/**
 * The profiles along height and width through one shared layer to h channels, then through one of
 * its own each: (N, S·C, H + W, 1) → (N, C, H + W, 1). Parameters {@code down.weight} (h, S·C),
 * {@code norm}'s (h), {@code height.weight} and {@code width.weight} (C, h), biases if wanted;
 * cost: (S + 1)·C·h·(H + W) multiply-adds.
 *
 * @param reduction r; h is C/r
 * @param minimum least h
 * @param divisor h becomes the nearest multiple (MobileNet's rule)
 * @param hidden h itself, whatever reduction, minimum and divisor say; 0 to go by them
 * @param rounding down: C/r is rounded down first; nearest: only to the nearest multiple
 * @param limit one multiple more where that is below this share of C/r; 0 for never
 */
@From(value = "Coordinate Attention, equations 6 to 8", link = "https://arxiv.org/abs/2103.02907")
public record Coordinate(
    @Default("32") int reduction,
    @Default("8") int minimum,
    @Default("1") int divisor,
    @Default("0") int hidden,
    @Default("down") Narrow.Rounding rounding,
    @Default("0.9") double limit,
    @Default("true") boolean bias,
    @Default("batch") Norm norm,
    @Default("hard-swish") Activation activation)
    implements Excite {
  public Coordinate {
    new Narrow(reduction, minimum, divisor, hidden, rounding, limit);
  }

  @Override
  public Layer block(Scope scope, Descriptor descriptor) {
    Crossing.check(descriptor);
    int channels = descriptor.map().channels();
    int h = new Narrow(reduction, minimum, divisor, hidden, rounding, limit).of(channels);
    return Chain.of(
        Pointwise.of(scope.in("down"), descriptor.shape().channels(), h, bias),
        norm.block(scope.in("norm"), h),
        activation,
        new Profiles(
            Pointwise.of(scope.in("height"), h, channels, bias),
            Pointwise.of(scope.in("width"), h, channels, bias),
            descriptor.map().height()));
  }
}
