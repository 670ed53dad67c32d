package io.squeezelab.backbone;

import ai.djl.ndarray.NDArray;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Pass;
import io.squeezelab.layer.Join;
import io.squeezelab.layer.Layer;
import java.util.List;

/**
 * {@code after(sum(residual(x), shortcut(x)))}: (N, C, H, W) → (N, K, H', W').
 *
 * @param residual the branch that is learned, attention included where it sits there
 * @param shortcut the other branch
 * @param sum of residual and shortcut, or what fuses them instead; may write into the residual
 * @param after what follows the sum: an activation, attention; or {@link Layer#IDENTITY}
 */
record ResidualBlock(Layer residual, Layer shortcut, Join sum, Layer after) implements Layer {

  @Override
  public Dims trace(Dims in, Sheet sheet) {
    Dims out = residual.trace(in, sheet);
    shortcut.trace(in, sheet).mustBe(out);
    return after.trace(sum.trace(out, sheet), sheet);
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) {
    NDArray branch = residual.forward(pass, x);
    NDArray identity = shortcut.forward(pass, x);
    NDArray both = sum.forward(pass, List.of(branch, identity));
    if (branch != both && branch != x) {
      branch.close();
    }
    if (identity != x) {
      identity.close();
    }
    NDArray y = after.forward(pass, both);
    if (y != both) {
      both.close();
    }
    return y;
  }
}
