package io.squeezelab.attention.inputs;

import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Activation;
import io.squeezelab.layer.Chain;
import io.squeezelab.layer.Conv;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Norm;
import io.squeezelab.layer.Window;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.Problem;

/**
 * A square convolution, padded so that stride 1 keeps the map's size, with norm and activation: (N,
 * C, H, W) → (N, K, ⌈H/s⌉, ⌈W/s⌉). Parameters {@code conv.weight} (K, C/groups, k, k), {@code
 * conv.bias} (K) if wanted, {@code norm.…}; cost: C/groups·k² multiply-adds for each number of the
 * output.
 *
 * @param kernel its odd size
 * @param dilation steps inside the kernel: a 3x3 with dilation 2 sees 5x5
 */
public record Convolution(
    @Default("3") int kernel,
    @Default("1") int dilation,
    @Default("1") int groups,
    @Default("false") boolean bias,
    @Default("none") Norm norm,
    @Default("linear") Activation activation) {
  private static final int MOST = 1025;

  public Convolution {
    Check.within("kernel", 1, MOST, kernel);
    Check.that(kernel % 2 == 1, "kernel", "must be odd, is " + kernel);
    Check.within("dilation", 1, MOST, dilation);
    Check.within("groups", 1, Integer.MAX_VALUE, groups);
  }

  Layer block(Scope scope, int in, int out, int stride) {
    if (in % groups != 0 || out % groups != 0) {
      String sizes = in + " channels in and " + out + " out";
      throw new Problem("groups", "must divide " + sizes + ", is " + groups);
    }
    Window window = Window.square(kernel).dilation(dilation).stride(stride).groups(groups);
    return Chain.of(
        Conv.of(scope.in("conv"), in, out, window, bias),
        norm.block(scope.in("norm"), out),
        activation);
  }
}
