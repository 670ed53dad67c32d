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

  /** Several (N, C, H, W), or shapes that broadcast to it → (N, C, H, W). Leaves them open. */
  NDArray forward(Pass pass, List<NDArray> inputs);
}
