package io.squeezelab.backbone;

import ai.djl.ndarray.NDArray;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;
import io.squeezelab.layer.Layer;

/**
 * {@code after(relu(residual(x) + shortcut(x)))}: (N, C, H, W) → (N, K, H', W').
 *
 * @param residual the branch that is learned, attention included where it sits there
 * @param shortcut the other branch
 * @param after attention behind the sum, or {@link Layer#IDENTITY}
 */
record ResidualBlock(Layer residual, Layer shortcut, Layer after) implements Layer {

  @Override
  public Dims trace(Dims in, Sheet sheet) {
    Dims out = residual.trace(in, sheet);
    shortcut.trace(in, sheet);
    return after.trace(out, sheet);
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) {
    NDArray branch = residual.forward(pass, x);
    NDArray identity = shortcut.forward(pass, x);
    NDArray sum = Ops.addInto(branch, identity);
    if (identity != x) {
      identity.close();
    }
    NDArray y = Ops.relu(sum);
    sum.close();
    NDArray attended = after.forward(pass, y);
    if (attended != y) {
      y.close();
    }
    return attended;
  }
}
