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
 * A kernel that slides along the channels of a {@link Profile}, the same at every position: (N, S,
 * C, P) → (N, 1, C, P), without bias. Parameter {@code weight} (1, S, k), k odd, or (C, S, k) where
 * each channel has a kernel of its own. Computed as k shifted copies: the engine's convolution
 * takes several times as long where images are many.
 *
 * @param circular whether the ends touch; else there are zeros beyond them
 */
public record ChannelConv(String name, Parameter weight, boolean circular) implements Layer {

  /**
   * @param kernels 1, or C for each channel its own
   */
  public static ChannelConv of(
      Scope scope, int kernels, int statistics, int kernel, boolean circular) {
    Parameter weight = scope.weight("weight", Init.uniform(), kernels, statistics, kernel);
    return new ChannelConv(scope.path(), weight, circular);
  }

  private long size(int axis) {
    return weight.shape().sizes().get(axis);
  }

  @Override
  public Dims trace(Dims in, Sheet sheet) {
    Dims out = in.channels(1);
    Cost cost = new Cost(weight.size(), 0, size(1) * size(2) * out.size(), out.size(), 0);
    return sheet.add(new Line(name, "conv1d", in, out, cost));
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) {
    if (size(1) == 1 && size(0) == 1) {
      return slid(x, pass.get(weight)); // (1, 1, k)
    }
    try (NDArray kernels = Shapes.permute(pass.get(weight), 1, 0, 2); // (S, C, k)
        NDArray slid = slid(x, kernels)) { // (N, S, C, P)
      return Maths.sum(slid, 1);
    }
  }

  private NDArray slid(NDArray x, NDArray kernels) {
    long length = x.getShape().get(2);
    NDArray sum = null;
    try (NDArray padded = Shapes.lengthened(x, 2, size(2) / 2, circular)) {
      for (long j = 0; j < size(2); j++) {
        try (NDArray shifted = Shapes.narrow(padded, 2, j, j + length);
            NDArray factor = Shapes.narrow(kernels, 2, j, j + 1)) { // (S, 1 or C, 1)
          sum = plus(sum, Ops.mul(shifted, factor));
        }
      }
    }
    return sum;
  }

  private static NDArray plus(NDArray sum, NDArray term) {
    if (sum == null) {
      return term;
    }
    try (term) {
      return Ops.addInto(sum, term);
    }
  }
}
