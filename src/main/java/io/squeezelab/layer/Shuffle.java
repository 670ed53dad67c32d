package io.squeezelab.layer;

import ai.djl.ndarray.NDArray;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Shapes;
import io.squeezelab.spec.From;

/** Channel j·(C/s) + i moves to i·s + j, so that channels of all s parts lie side by side. */
@From(value = "ShuffleNet, section 3.1", link = "https://arxiv.org/abs/1707.01083")
public record Shuffle(int s) implements Layer {
  @Override
  public Dims trace(Dims in, Sheet sheet) {
    return in;
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) { // (N, C, H, W)
    long[] shape = x.getShape().getShape();
    try (NDArray apart = Ops.reshape(x, shape[0], s, shape[1] / s, shape[2], shape[3]);
        NDArray turned = Shapes.permute(apart, 0, 2, 1, 3, 4)) {
      return Ops.reshape(turned, shape);
    }
  }
}
