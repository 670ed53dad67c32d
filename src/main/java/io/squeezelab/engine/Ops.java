package io.squeezelab.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.Arrays;

/**
 * The operations that networks are made of, each checked against PyTorch: no operand is a Java
 * number, none cuts the gradient. Results belong to the manager of the first operand, so that is
 * always the activation.
 */
public final class Ops {
  private static final int[] PIXELS = {2, 3};
  private static final Shape ONE = new Shape(1, 1);

  private Ops() {}

  private static PtNDArray pt(NDArray array) {
    return (PtNDArray) array;
  }

  /** Cross-correlation with zero padding: (N, C, H, W) and (K, C/groups, h, w) → (N, K, H', W'). */
  public static NDArray conv2d(
      NDArray x,
      NDArray weight,
      NDArray bias,
      Shape stride,
      Shape padding,
      Shape dilation,
      int groups) {
    return JniUtils.convolution(
        pt(x), pt(weight), bias == null ? null : pt(bias), stride, padding, dilation, groups);
  }

  /**
   * One linear map of the channels at each position: (N, C, H, W) and (K, C, 1, 1) → (N, K, H, W).
   */
  public static NDArray conv1x1(NDArray x, NDArray weight, NDArray bias) {
    return conv2d(x, weight, bias, ONE, new Shape(0, 0), ONE, 1);
  }

  /** (N, C, L) and (K, C/groups, k) → (N, K, L') with zero padding on both ends. */
  public static NDArray conv1d(NDArray x, NDArray weight, NDArray bias, int padding, int groups) {
    return JniUtils.convolution(
        pt(x),
        pt(weight),
        bias == null ? null : pt(bias),
        new Shape(1),
        new Shape(padding),
        new Shape(1),
        groups);
  }

  /** x·Wᵀ + b: (N, in) and (out, in) → (N, out). */
  public static NDArray linear(NDArray x, NDArray weight, NDArray bias) {
    return JniUtils.linear(pt(x), pt(weight), bias == null ? null : pt(bias));
  }

  /**
   * Batch norm over axis 1; in training it normalises with the batch's statistics and moves the
   * running ones by {@code momentum} (PyTorch's sense: 0.1 of the new).
   */
  public static NDArray batchNorm(
      NDArray x,
      NDArray mean,
      NDArray variance,
      NDArray scale,
      NDArray shift,
      boolean training,
      double momentum,
      double eps) {
    return JniUtils.batchNorm(
        pt(x), pt(mean), pt(variance), pt(scale), pt(shift), training, momentum, eps);
  }

  public static NDArray relu(NDArray x) {
    return JniUtils.relu(pt(x));
  }

  public static NDArray sigmoid(NDArray x) {
    return JniUtils.sigmoid(pt(x));
  }

  public static NDArray tanh(NDArray x) {
    return JniUtils.tanh(pt(x));
  }

  public static NDArray add(NDArray x, NDArray y) {
    return JniUtils.add(pt(x), pt(y));
  }

  /**
   * Adds y to x in place and gives x: one pass over memory less. The engine refuses to run back
   * through it if the operation that made x needs its result for the gradient; batch norm and
   * products do not.
   */
  public static NDArray addInto(NDArray x, NDArray y) {
    JniUtils.addi(pt(x), pt(y));
    return x;
  }

  /** Multiplies x by a constant in place and gives x, under the same condition. */
  public static NDArray mulInto(NDArray x, NDArray factor) {
    JniUtils.muli(pt(x), pt(factor));
    return x;
  }

  public static NDArray sub(NDArray x, NDArray y) {
    return JniUtils.sub(pt(x), pt(y));
  }

  public static NDArray mul(NDArray x, NDArray y) {
    return JniUtils.mul(pt(x), pt(y));
  }

  public static NDArray square(NDArray x) {
    return JniUtils.square(pt(x));
  }

  public static NDArray sqrt(NDArray x) {
    return JniUtils.sqrt(pt(x));
  }

  /** The smaller of x and a constant, element by element. */
  public static NDArray minimum(NDArray x, NDArray bound) {
    return JniUtils.min(pt(x), pt(bound));
  }

  public static NDArray reshape(NDArray x, long... shape) {
    return JniUtils.reshape(pt(x), shape);
  }

  /** Mean over H and W: (N, C, H, W) → (N, C, 1, 1). */
  public static NDArray globalMean(NDArray x) {
    return JniUtils.adaptiveAvgPool(pt(x), new Shape(1, 1));
  }

  /**
   * Mean over some axes of (N, C, H, W), which stay with size 1. As a sum, whose gradient is spread
   * over the map without being written; that of the engine's own mean is a map of its own.
   */
  public static NDArray mean(Pass pass, NDArray x, int[] axes) {
    long count = Stats.count(x, axes);
    long[] wide = Arrays.stream(axes).asLongStream().toArray();
    try (NDArray sum = JniUtils.sum(pt(x), wide, true)) {
      return mul(sum, pass.constant(1.0 / count));
    }
  }

  /**
   * Maximum over some axes of (N, C, H, W), which stay with size 1; the gradient goes to one of the
   * numbers that reach it.
   */
  public static NDArray max(NDArray x, int[] axes) {
    if (Arrays.equals(axes, PIXELS)) {
      return JniUtils.adaptiveMaxPool(pt(x), new Shape(1, 1));
    }
    NDArray largest = x;
    for (int i = axes.length - 1; i >= 0; i--) {
      NDArray next = JniUtils.max(pt(largest), axes[i], true);
      if (largest != x) {
        largest.close();
      }
      largest = next;
    }
    return largest;
  }

  /** Mean of all numbers: any shape → (). */
  public static NDArray mean(NDArray x) {
    return JniUtils.mean(pt(x));
  }

  /** Logarithm of the softmax along axis 1: (N, K) → (N, K). */
  public static NDArray logSoftmax(NDArray x) {
    return JniUtils.logSoftmax(pt(x), 1, DataType.FLOAT32);
  }

  /** The number that each row's index names: (N, K) and (N) → (N, 1). */
  public static NDArray pick(NDArray rows, NDArray indices) {
    try (NDArray column = JniUtils.unsqueeze(pt(indices), 1)) {
      return JniUtils.gather(pt(rows), pt(column), 1);
    }
  }
}
