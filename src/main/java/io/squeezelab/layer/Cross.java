package io.squeezelab.layer;

import ai.djl.ndarray.NDArray;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Shapes;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * Two profiles that stand one upon the other meet at every position of their map: (N, C, H + W, 1)
 * → (N, C, H, W).
 *
 * @param meet a new array of one for each row, (N, C, H, 1), and one for each column, (N, C, 1, W)
 */
public record Cross(Dims map, BinaryOperator<NDArray> meet) implements Layer {
  @Override
  public Dims trace(Dims in, Sheet sheet) {
    return map.channels(in.channels());
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) {
    List<NDArray> profiles = Shapes.split(x, 2, map.height(), map.width());
    try (NDArray rows = profiles.get(0);
        NDArray columns = profiles.get(1);
        NDArray lying = Shapes.permute(columns, 0, 1, 3, 2)) {
      return meet.apply(rows, lying);
    }
  }
}
