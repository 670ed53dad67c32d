package io.squeezelab.attention.excite;

import io.squeezelab.attention.Descriptor;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Activation;
import io.squeezelab.layer.Chain;
import io.squeezelab.layer.Conv;
import io.squeezelab.layer.Cross;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Norm;
import io.squeezelab.layer.Pointwise;
import io.squeezelab.layer.Profiles;
import io.squeezelab.layer.Window;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;

/**
 * Strip pooling: a convolution slides along each profile, each row's and each column's result meet
 * in their position as a sum, and a 1x1 convolution of that makes the logits of the whole map. (N,
 * S·C, H + W, 1) → (N, C, H, W). Parameters {@code height.weight} (C, S·C, k, 1), {@code
 * width.weight} (C, S·C, 1, k), the norms' under {@code height.norm} and {@code width.norm}, {@code
 * up.weight} (C, C), {@code up.bias} (C); cost: S·C²·k·(H + W) + C²·H·W multiply-adds.
 *
 * @param kernel k, odd
 * @param bias of the 1x1 convolution
 */
@From(value = "Strip Pooling, equations 3 to 5", link = "https://arxiv.org/abs/2003.13328")
public record Strip(
    @Default("3") int kernel,
    @Default("batch") Norm norm,
    @Default("relu") Activation activation,
    @Default("true") boolean bias)
    implements Excite {
  public Strip {
    Check.odd("kernel", 999, kernel);
  }

  @Override
  public Layer block(Scope scope, Descriptor descriptor) {
    Crossing.check(descriptor);
    int channels = descriptor.map().channels();
    int in = descriptor.shape().channels();
    int pad = kernel / 2;
    Layer height = side(scope.in("height"), in, channels, new Window(kernel, 1, 1, pad, 0, 1, 1));
    Layer width = side(scope.in("width"), in, channels, new Window(1, kernel, 1, 0, pad, 1, 1));
    return Chain.of(
        new Profiles(height, width, descriptor.map().height()),
        new Cross(descriptor.map(), Ops::add),
        activation,
        Pointwise.of(scope.in("up"), channels, channels, bias));
  }

  private Layer side(Scope scope, int in, int out, Window window) {
    return Chain.of(Conv.of(scope, in, out, window, false), norm.block(scope.in("norm"), out));
  }
}
