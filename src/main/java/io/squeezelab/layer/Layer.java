package io.squeezelab.layer;

import ai.djl.ndarray.NDArray;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Pass;

/**
 * A piece of a network. It is built without the engine: it knows what it declares, what it costs
 * and what it will compute, but holds no numbers, so one layer serves any number of {@link
 * io.squeezelab.engine.Weights}.
 */
public interface Layer {

  /**
   * Reports the cost of this layer for one image, line by line.
   *
   * @return the shape that it turns {@code in} into
   */
  Dims trace(Dims in, Sheet sheet);

  /**
   * (N, C, H, W) → (N, C', H', W') with the shape that {@link #trace} says. Leaves {@code x} open.
   */
  NDArray forward(Pass pass, NDArray x);

  /** Does nothing and costs nothing. */
  Layer IDENTITY =
      new Layer() {
        @Override
        public Dims trace(Dims in, Sheet sheet) {
          return in;
        }

        @Override
        public NDArray forward(Pass pass, NDArray x) {
          return x;
        }
      };
}
