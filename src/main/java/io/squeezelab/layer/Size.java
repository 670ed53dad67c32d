package io.squeezelab.layer;

import ai.djl.ndarray.NDArray;
import io.squeezelab.engine.Maths;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;

/** How large the channels of a position are together: (N, C, H, W) → (N, 1, H, W). */
public enum Size {
  /** √(mean x² + eps). */
  L2 {
    @Override
    NDArray of(Pass pass, NDArray x, double eps) {
      try (NDArray squares = Ops.square(x);
          NDArray mean = Ops.mean(pass, squares, CHANNELS);
          NDArray above = Ops.add(mean, pass.constant(eps))) {
        return Ops.sqrt(above);
      }
    }
  },
  /** mean |x| + eps. */
  L1 {
    @Override
    NDArray of(Pass pass, NDArray x, double eps) {
      try (NDArray magnitudes = Maths.abs(x);
          NDArray mean = Ops.mean(pass, magnitudes, CHANNELS)) {
        return Ops.add(mean, pass.constant(eps));
      }
    }
  };

  private static final int[] CHANNELS = {1};

  abstract NDArray of(Pass pass, NDArray x, double eps);
}
