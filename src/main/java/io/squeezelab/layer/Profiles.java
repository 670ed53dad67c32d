package io.squeezelab.layer;

import ai.djl.ndarray.NDArray;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Shapes;
import java.util.List;

/**
 * Two profiles that stand one upon the other, each through a layer of its own: (N, C, H + W, 1) →
 * (N, K, H + W, 1).
 *
 * @param height a layer (N, C, H, 1) → (N, K, H, 1)
 * @param width a layer (N, C, 1, W) → (N, K, 1, W)
 * @param rows H
 */
public record Profiles(Layer height, Layer width, int rows) implements Layer {
  @Override
  public Dims trace(Dims in, Sheet sheet) {
    int channels = height.trace(new Dims(in.channels(), rows, 1), sheet).channels();
    width.trace(new Dims(in.channels(), 1, in.height() - rows), sheet);
    return in.channels(channels);
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) {
    List<NDArray> profiles = Shapes.split(x, 2, rows, x.getShape().get(2) - rows);
    try (NDArray upper = profiles.get(0);
        NDArray lower = profiles.get(1);
        NDArray lying = Shapes.permute(lower, 0, 1, 3, 2); // (N, C, 1, W)
        NDArray first = height.forward(pass, upper);
        NDArray second = width.forward(pass, lying);
        NDArray standing = Shapes.permute(second, 0, 1, 3, 2)) {
      return Shapes.concat(2, List.of(first, standing));
    }
  }
}
