package io.squeezelab.backbone;

import ai.djl.ndarray.NDArray;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;
import io.squeezelab.layer.Join;
import io.squeezelab.layer.Layer;
import java.util.List;

/**
 * {@code after(relu(sum(residual(x), shortcut(x))))}: (N, C, H, W) → (N, K, H', W').
 *
 * @param residual the branch that is learned, attention included where it sits there
 * @param shortcut the other branch
 * @param sum of residual and shortcut, or what fuses them instead; may write into the residual
 * @param after attention behind the sum, or {@link Layer#IDENTITY}
 */
record ResidualBlock(Layer residual, Layer shortcut, Join sum, Layer after) implements Layer {

  @Override
  public Dims trace(Dims in, Sheet sheet) {
    Dims out = residual.trace(in, sheet);
    shortcut.trace(in, sheet);
    return after.trace(sum.trace(out, sheet), sheet);
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) {
    NDArray branch = residual.forward(pass, x);
    NDArray identity = shortcut.forward(pass, x);
    NDArray both = sum.forward(pass, List.of(branch, identity));
    if (branch != both) {
      branch.close();
    }
    if (identity != x) {
      identity.close();
    }
    NDArray y = Ops.relu(both);
    both.close();
    NDArray attended = after.forward(pass, y);
    if (attended != y) {
      y.close();
    }
    return attended;
  }

  /** The usual sum, written into its first input. */
  record Sum() implements Join {
    @Override
    public Dims trace(Dims in, Sheet sheet) {
      return in;
    }

    @Override
    public NDArray forward(Pass pass, List<NDArray> inputs) {
      return Ops.addInto(inputs.get(0), inputs.get(1));
    }
  }
}
