package io.squeezelab.layer;

import ai.djl.ndarray.NDArray;
import io.squeezelab.cost.Cost;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Line;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Init;
import io.squeezelab.engine.Maths;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Parameter;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Scope;
import io.squeezelab.engine.Shapes;

/**
 * A weighted sum of S numbers of each channel, stacked along the channel axis: (N, S·C, H, W) → (N,
 * C, H, W). Parameter {@code weight} (C, S), starts at 0; cost: S multiply-adds for each number of
 * the output.
 */
public record Mixture(String name, Parameter weight) implements Layer {

  public static Mixture of(Scope scope, int channels, int statistics) {
    return new Mixture(scope.path(), scope.weight("weight", Init.ZEROS, channels, statistics));
  }

  private long channels() {
    return weight.shape().sizes().get(0);
  }

  @Override
  public Dims trace(Dims in, Sheet sheet) {
    Dims out = in.channels((int) channels());
    Cost cost = new Cost(weight.size(), 0, in.size(), out.size(), 0);
    return sheet.add(new Line(name, "mixture", in, out, cost));
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) {
    long[] s = x.getShape().getShape();
    long statistics = s[1] / channels();
    try (NDArray apart = Ops.reshape(x, s[0], statistics, channels(), s[2] * s[3]);
        NDArray turned = Shapes.permute(pass.get(weight), 1, 0); // (S, C)
        NDArray each = Ops.reshape(turned, statistics, channels(), 1);
        NDArray weighed = Ops.mul(apart, each); // (N, S, C, H·W)
        NDArray sum = Maths.sum(weighed, 1)) { // (N, 1, C, H·W)
      return Ops.reshape(sum, s[0], channels(), s[2], s[3]);
    }
  }
}
