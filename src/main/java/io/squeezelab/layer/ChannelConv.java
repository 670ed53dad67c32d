package io.squeezelab.layer;

import ai.djl.ndarray.NDArray;
import io.squeezelab.cost.Cost;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Line;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Init;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Parameter;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Scope;

/**
 * A kernel that slides along the channels, the same at every position, zero padded to keep their
 * number: (N, C, H, W) → (N, C, H, W). Parameter {@code weight} (1, 1, k), k odd.
 */
public record ChannelConv(String name, Parameter weight) implements Layer {

  public static ChannelConv of(Scope scope, int kernel) {
    return new ChannelConv(scope.path(), scope.weight("weight", Init.uniform(), 1, 1, kernel));
  }

  @Override
  public Dims trace(Dims in, Sheet sheet) {
    Cost cost = new Cost(weight.size(), 0, weight.size() * in.size(), in.size(), 0);
    return sheet.add(new Line(name, "conv1d", in, in, cost));
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) {
    long[] shape = x.getShape().getShape(); // (N, C, H, W)
    long pixels = shape[2] * shape[3];
    NDArray kernel = pass.get(weight);
    int padding = weight.size() / 2;
    if (pixels == 1) {
      try (NDArray rows = Ops.reshape(x, shape[0], 1, shape[1]); // (N, 1, C)
          NDArray slid = Ops.conv1d(rows, kernel, null, padding, 1)) { // (N, 1, C)
        return Ops.reshape(slid, shape);
      }
    }
    try (NDArray last = x.transpose(0, 2, 3, 1); // (N, H, W, C)
        NDArray rows = Ops.reshape(last, shape[0] * pixels, 1, shape[1]);
        NDArray slid = Ops.conv1d(rows, kernel, null, padding, 1);
        NDArray back = Ops.reshape(slid, shape[0], shape[2], shape[3], shape[1])) {
      return back.transpose(0, 3, 1, 2);
    }
  }
}
