package io.squeezelab.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/**
 * Statistics over some axes of a map (N, C, H, W), which stay with size 1. Each is written so that
 * its gradient is exact and costs few passes over the map.
 */
public final class Stats {
  /**
   * Added under a root: nothing beside any sum above 1e-29, but beside 0 it keeps the gradient
   * finite.
   */
  public static final double LEAST = 1e-36;

  private Stats() {}

  /** Numbers that each result is computed from: the product of these axes' lengths. */
  public static long count(NDArray x, int... axes) {
    long count = 1;
    for (int axis : axes) {
      count = Math.multiplyExact(count, x.getShape().get(axis));
    }
    return count;
  }

  /**
   * Σ x². One factor counts as a constant, which leaves half of the gradient at the price of one
   * product; it is doubled where it is small, on the sum.
   */
  public static NDArray squares(NDArray x, int... axes) {
    try (NDArray same = x.stopGradient();
        NDArray products = Ops.mul(x, same);
        NDArray sum = Maths.sum(products, axes);
        NDArray still = sum.stopGradient();
        NDArray nothing = Ops.sub(sum, still)) { // 0, with the gradient of the sum
      return Ops.add(sum, nothing);
    }
  }

  /**
   * Σ (x - mean)². The mean counts as a constant: moved by any amount, it changes this sum in the
   * second order only, since deviations from it sum to 0.
   */
  public static NDArray deviations(NDArray x, NDArray mean, int... axes) {
    try (NDArray still = mean.stopGradient();
        NDArray apart = Ops.sub(x, still)) {
      return squares(apart, axes);
    }
  }

  /**
   * log Σ eˣ, from the distances to the largest number, so that no power overflows. The largest
   * counts as a constant: the result does not depend on it.
   */
  public static NDArray logSumExp(NDArray x, int... axes) {
    try (NDArray constant = x.stopGradient();
        NDArray largest = largest(constant, axes);
        NDArray below = Ops.sub(x, largest);
        NDArray powers = Maths.exp(below);
        NDArray sum = Maths.sum(powers, axes);
        NDArray log = Maths.log(sum)) {
      return Ops.add(log, largest);
    }
  }

  /**
   * Maximum, by halves of which the larger number stays: vector by vector where the engine's own
   * goes number by number. Its gradient would be dear.
   */
  private static NDArray largest(NDArray constant, int... axes) {
    NDArray rest = constant.stopGradient();
    for (int axis : axes) {
      for (long n = rest.getShape().get(axis); n > 1; n = (n + 1) / 2) {
        try (NDArray whole = rest;
            NDArray low = Shapes.narrow(whole, axis, 0, (n + 1) / 2);
            NDArray high = Shapes.narrow(whole, axis, n / 2, n)) { // they share the middle
          rest = Maths.maximum(low, high);
        }
      }
    }
    return rest;
  }

  /**
   * (mean of max(x, least)ᵖ)^(1/p), with gradients by x and by p; all of it is computed from log x,
   * which both gradients need.
   *
   * @param least above 0
   */
  public static NDArray powerMean(Pass pass, NDArray x, NDArray p, double least, int... axes) {
    NDArray floor = pass.constant(least);
    try (NDArray above = Ops.sub(x, floor);
        NDArray positive = Ops.relu(above);
        NDArray clamped = Ops.add(positive, floor);
        NDArray logs = Maths.log(clamped);
        NDArray scaled = Ops.mul(logs, p);
        NDArray powers = Maths.exp(scaled);
        NDArray mean = Ops.mean(pass, powers, axes);
        NDArray log = Maths.log(mean);
        NDArray root = Maths.div(log, p)) {
      return Maths.exp(root);
    }
  }

  /**
   * Means over square windows that may reach beyond the map; only what is inside counts. (N, C, H,
   * W) → (N, C, h, w).
   *
   * @param padding steps that the first window begins before the map
   */
  public static NDArray windowMean(Pass pass, NDArray x, int kernel, int stride, int padding) {
    long[] shape = x.getShape().getShape();
    try (NDArray one = Shapes.expand(pass.constant(1), 1, 1, shape[2], shape[3]);
        NDArray inside = pool(one, kernel, stride, padding); // the share of each window
        NDArray padded = pool(x, kernel, stride, padding)) {
      return Maths.div(padded, inside);
    }
  }

  /** What is beyond the map counts as zeros. */
  private static NDArray pool(NDArray x, int kernel, int stride, int padding) {
    Shape window = new Shape(kernel, kernel);
    return JniUtils.avgPool(
        (PtNDArray) x, window, new Shape(stride, stride), new Shape(padding, padding), false, true);
  }
}
