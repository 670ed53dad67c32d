package io.squeezelab.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/** Operations that throw numbers away: pooling over windows, and dropout. */
public final class Pools {
  private Pools() {}

  private static PtNDArray pt(NDArray array) {
    return (PtNDArray) array;
  }

  /** Maximum of each window: (N, C, H, W) → (N, C, H', W'); what is around the map is never it. */
  public static NDArray max(NDArray x, Shape window, Shape stride, Shape padding, boolean ceil) {
    return JniUtils.maxPool(pt(x), window, stride, padding, ceil);
  }

  /** Mean of each window, in which zeros around the map count: (N, C, H, W) → (N, C, H', W'). */
  public static NDArray mean(NDArray x, Shape window, Shape stride, Shape padding, boolean ceil) {
    return JniUtils.avgPool(pt(x), window, stride, padding, ceil, true);
  }

  /**
   * Mean of those numbers under each window that are the map's own: (N, C, H, W) → (N, C, H', W').
   * The engine's own flag for that is broken; so each mean that zeros took part in is divided by
   * the share of the window that lay on the map.
   */
  public static NDArray innerMean(
      Pass pass, NDArray x, Shape window, Shape stride, Shape padding, boolean ceil) {
    Shape plane = new Shape(1, 1, x.getShape().get(2), x.getShape().get(3));
    try (NDArray ones = x.getManager().ones(plane, x.getDataType());
        NDArray share = mean(ones, window, stride, padding, ceil);
        NDArray factor = Maths.div(pass.constant(1), share)) {
      return Ops.mulInto(mean(x, window, stride, padding, ceil), factor);
    }
  }

  /** Zeros at random in place of a share of the numbers, the others divided by the rest. */
  public static NDArray dropout(NDArray x, double rate) {
    return JniUtils.dropout(pt(x), rate, true);
  }
}
