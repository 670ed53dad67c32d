package io.squeezelab.attention.squeeze;

import ai.djl.ndarray.NDArray;
import io.squeezelab.attention.Keep;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Shapes;
import io.squeezelab.layer.Layer;
import java.util.List;

/**
 * Two squeezes for {@link Keep#CROSS}, one after the other along the height.
 *
 * @param rows (N, C, H, W) → (N, C', H, 1)
 * @param columns (N, C, H, W) → (N, C', 1, W)
 */
record Profiles(Layer rows, Layer columns) implements Layer {
  @Override
  public Dims trace(Dims in, Sheet sheet) {
    Dims standing = rows.trace(in, sheet);
    Dims lying = columns.trace(in, sheet);
    return new Dims(standing.channels(), standing.height() + lying.width(), 1);
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) {
    try (NDArray standing = rows.forward(pass, x); // (N, C', H, 1)
        NDArray lying = columns.forward(pass, x); // (N, C', 1, W)
        NDArray turned = Shapes.permute(lying, 0, 1, 3, 2)) { // (N, C', W, 1)
      return Shapes.concat(2, List.of(standing, turned)); // (N, C', H + W, 1)
    }
  }
}
