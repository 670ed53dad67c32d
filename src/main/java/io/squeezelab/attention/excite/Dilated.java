package io.squeezelab.attention.excite;

import io.squeezelab.attention.Descriptor;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Activation;
import io.squeezelab.layer.Chain;
import io.squeezelab.layer.Conv;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Norm;
import io.squeezelab.layer.Pointwise;
import io.squeezelab.layer.Window;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;
import java.util.ArrayList;
import java.util.List;

/**
 * Context from afar: 1x1 to h = C/r channels, dilated k×k convolutions, 1x1 to one map. (N, C, H,
 * W) → (N, 1, H, W). Parameters {@code down.weight} (h, C), {@code context.<i>.weight} (h, h, k,
 * k), {@code up.weight} (1, h), biases, norms under {@code down.norm} and {@code context.<i>.norm}
 * or {@code norm}; cost: C·h + times·h²·k² + h multiply-adds per position.
 *
 * @param normAt where: each as in BAM's code, end as in its equations (activation linear)
 */
@From(value = "BAM, equation 4", link = "https://arxiv.org/abs/1807.06514")
public record Dilated(
    @Default("16") int reduction,
    @Default("3") int kernel,
    @Default("4") int dilation,
    @Default("2") int times,
    @Default("true") boolean bias,
    @Default("relu") Activation activation,
    @Default("batch") Norm norm,
    @Default("each") NormAt normAt)
    implements Excite {
  public Dilated {
    Check.atLeast("reduction", 1, reduction);
    Plane.check(kernel, dilation);
    Check.within("times", 0, 100, times);
    normAt.check(norm);
  }

  @Override
  public Layer block(Scope scope, Descriptor descriptor) {
    int c = Positions.all("dilated", descriptor).channels();
    int h = Narrow.by(reduction).of(c);
    List<Layer> all = new ArrayList<>();
    Scope own = scope.in("down");
    all.add(normAt.stage(own, Pointwise.of(own, c, h, bias), norm, h, activation));
    for (int i = 0; i < times; i++) {
      own = scope.in("context").in(i);
      Layer conv = Conv.of(own, h, h, Window.square(kernel).dilation(dilation), bias);
      all.add(normAt.stage(own, conv, norm, h, activation));
    }
    Layer up = Pointwise.of(scope.in("up"), h, 1, bias);
    return Chain.of(new Chain(all), up, normAt.atEnd(scope, norm, 1));
  }
}
