package io.squeezelab.layer;

import ai.djl.ndarray.NDArray;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Pass;
import java.util.List;

/**
 * A piece of a network with several inputs: weights applied to a map, or maps fused into one. Like
 * a {@link Layer}, it is built without the engine.
 */
public interface Join {

  /**
   * @param in shape of the first input, and of the output
   */
  Dims trace(Dims in, Sheet sheet);

  /** A layer, as a join of one input. */
  static Join of(Layer layer) {
    return new Join() {
      @Override
      public Dims trace(Dims in, Sheet sheet) {
        return layer.trace(in, sheet);
      }

      @Override
      public NDArray forward(Pass pass, List<NDArray> inputs) {
        return layer.forward(pass, inputs.get(0));
      }
    };
  }

  /** Several (N, C, H, W), or shapes that broadcast to it → (N, C, H, W). Leaves them open. */
  NDArray forward(Pass pass, List<NDArray> inputs);
}
