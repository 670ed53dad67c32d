package io.squeezelab.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/** Functions of numbers that statistics and gates are written in; no operand is a Java number. */
public final class Maths {
  private Maths() {}

  private static PtNDArray pt(NDArray array) {
    return (PtNDArray) array;
  }

  public static NDArray div(NDArray x, NDArray y) {
    return JniUtils.div(pt(x), pt(y));
  }

  public static NDArray abs(NDArray x) {
    return JniUtils.abs(pt(x));
  }

  public static NDArray exp(NDArray x) {
    return JniUtils.exp(pt(x));
  }

  public static NDArray log(NDArray x) {
    return JniUtils.log(pt(x));
  }

  /** x to the power of y, both with gradients. */
  public static NDArray pow(NDArray x, NDArray y) {
    return JniUtils.pow(pt(x), pt(y));
  }

  /** The larger of two, element by element; where they are equal, each gets half the gradient. */
  public static NDArray maximum(NDArray x, NDArray y) {
    return JniUtils.max(pt(x), pt(y));
  }

  /** x where it is positive, eˣ - 1 elsewhere. */
  public static NDArray elu(NDArray x) {
    return JniUtils.elu(pt(x), 1);
  }

  /** x·Φ(x), Φ being the normal distribution's. */
  public static NDArray gelu(NDArray x) {
    return JniUtils.gelu(pt(x));
  }

  /**
   * x where the condition holds, y elsewhere; both broadcast to the shape of y.
   *
   * @param condition truth values
   */
  public static NDArray where(NDArray condition, NDArray x, NDArray y) {
    return JniUtils.where(pt(condition), pt(x), pt(y));
  }

  /** min(max(x, 0), 6). The gradient is 0 at both bounds; what is no number stays none. */
  public static NDArray relu6(Pass pass, NDArray x) {
    return upTo(pass.constant(6), Ops.relu(x));
  }

  /** min(max(x + 3, 0), 6) / 6. */
  public static NDArray hardSigmoid(Pass pass, NDArray x) {
    try (NDArray sixth = Ops.mul(x, pass.constant(1.0 / 6))) {
      return upTo(pass.constant(1), Ops.relu(Ops.addInto(sixth, pass.constant(0.5))));
    }
  }

  /**
   * The smaller of a constant and x, which is closed: the engine's minimum takes 5 passes over the
   * map for its gradient, and its clamp copies bounds from the device.
   */
  private static NDArray upTo(NDArray most, NDArray x) {
    try (x;
        NDArray beyond = JniUtils.gte(pt(x), pt(most))) {
      NDArray cut = where(beyond, most, x);
      cut.attach(x.getManager()); // it was the constant's
      return cut;
    }
  }

  /** Sum over some axes, which stay with size 1. */
  public static NDArray sum(NDArray x, int... axes) {
    long[] wide = new long[axes.length];
    java.util.Arrays.setAll(wide, i -> axes[i]);
    return JniUtils.sum(pt(x), wide, true);
  }

  /** eˣ / Σ eˣ along one axis. */
  public static NDArray softmax(NDArray x, int axis) {
    return JniUtils.softmax(pt(x), axis, x.getDataType());
  }

  /** Matrix products, batch by batch: (…, n, m) and (…, m, k) → (…, n, k). */
  public static NDArray matmul(NDArray x, NDArray y) {
    return JniUtils.matmul(pt(x), pt(y));
  }

  /** Normalises the last axis: mean 0, population variance 1, then scale and shift (size of it). */
  public static NDArray layerNorm(NDArray x, NDArray scale, NDArray shift, double eps) {
    long last = x.getShape().get(x.getShape().dimension() - 1);
    return JniUtils.layerNorm(pt(x), new Shape(last), pt(scale), pt(shift), eps);
  }

  /** Normalises each channel over its positions: (N, C, H, W) → mean 0, population variance 1. */
  public static NDArray positionNorm(NDArray x, double eps) {
    long[] s = x.getShape().getShape();
    try (NDArray rows = Ops.reshape(x, s[0], s[1], s[2] * s[3]);
        NDArray normed = standard(rows, eps)) {
      return Ops.reshape(normed, s);
    }
  }

  /** Normalises the last axis: mean 0, population variance 1. */
  public static NDArray standard(NDArray x, double eps) {
    Shape last = new Shape(x.getShape().get(x.getShape().dimension() - 1));
    try (NDArray ones = x.getManager().ones(last, x.getDataType());
        NDArray zeros = x.getManager().zeros(last, x.getDataType())) {
      return layerNorm(x, ones, zeros, eps);
    }
  }

  /** Means over equal parts, as PyTorch's adaptive pool cuts them: (N, C, H, W) → (N, C, h, w). */
  public static NDArray gridMean(NDArray x, int height, int width) {
    return JniUtils.adaptiveAvgPool(pt(x), new Shape(height, width));
  }
}
