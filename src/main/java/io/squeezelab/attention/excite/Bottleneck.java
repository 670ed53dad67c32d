package io.squeezelab.attention.excite;

import io.squeezelab.attention.Descriptor;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Activation;
import io.squeezelab.layer.Chain;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Norm;
import io.squeezelab.layer.Pointwise;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;

/**
 * Two fully connected layers through a narrow middle, 1x1 convolutions where positions are kept:
 * out-norm(W₂·activation(norm(W₁·z))), S·C → h → C. Parameters {@code down.weight} (h, S·C), {@code
 * up.weight} (C, h), biases, {@code norm} (h), {@code out-norm} (C); cost: (S + 1)·C·h
 * multiply-adds per kept position.
 *
 * @param reduction r; the hidden width h is C/r, C counted by {@code base}
 * @param divisor h, at least {@code minimum}, becomes the nearest multiple (MobileNet's rule)
 * @param hidden h itself, whatever reduction, minimum and divisor say; 0 to go by them
 * @param rounding down: C/r is rounded down first; nearest: only to the nearest multiple
 * @param limit one multiple more where that is below this share of C/r; 0 for never
 * @param zeroInit starts {@code up} and so all logits at 0 (Global Context)
 */
@From(value = "SENet, equation 3", link = "https://arxiv.org/abs/1709.01507")
public record Bottleneck(
    @Default("16") int reduction,
    @Default("false") boolean bias,
    @Default("relu") Activation activation,
    @Default("1") int minimum,
    @Default("1") int divisor,
    @Default("0") int hidden,
    @Default("down") Narrow.Rounding rounding,
    @Default("0.9") double limit,
    @Default("map") Base base,
    @Default("none") Norm norm,
    @Default("none") Norm outNorm,
    @Default("false") boolean zeroInit)
    implements Excite {
  public Bottleneck {
    new Narrow(reduction, minimum, divisor, hidden, rounding, limit);
    Check.that(!zeroInit || outNorm instanceof Norm.None, "zeroInit", "leaves out-norm only zeros");
  }

  @Override
  public Layer block(Scope scope, Descriptor descriptor) {
    return Along.relation(descriptor, c -> chain(scope, descriptor.width(c), c));
  }

  private Layer chain(Scope scope, int in, int out) {
    int h = base.of(new Narrow(reduction, minimum, divisor, hidden, rounding, limit), scope, out);
    Layer down = Pointwise.of(scope.in("down"), in, h, bias);
    Layer middle = Chain.of(down, norm.block(scope.in("norm"), h), activation);
    Layer up = Pointwise.of(scope.in("up"), h, out, bias, zeroInit);
    return Chain.of(middle, up, outNorm.block(scope.in("out-norm"), out));
  }
}
