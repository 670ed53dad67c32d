package io.squeezelab.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.List;

/** Operations that move numbers without changing them; the gradient goes back the same way. */
public final class Shapes {
  private static final int NEAREST = 0;

  private Shapes() {}

  private static PtNDArray pt(NDArray array) {
    return (PtNDArray) array;
  }

  /** Joins arrays that agree on all other axes. */
  public static NDArray concat(int axis, List<NDArray> arrays) {
    return JniUtils.cat(arrays.stream().map(Shapes::pt).toArray(PtNDArray[]::new), axis);
  }

  /** The part from (inclusive) to (exclusive) along one axis; shares memory with x. */
  public static NDArray narrow(NDArray x, int axis, long from, long to) {
    return JniUtils.slice(pt(x), axis, from, to, 1);
  }

  /**
   * More of an axis at both its ends: zeros, or what lies at the other end.
   *
   * @param more how many at each end
   */
  public static NDArray lengthened(NDArray x, int axis, long more, boolean circular) {
    if (!circular) {
      long[] ends = new long[2 * (x.getShape().dimension() - axis)]; // of the last axis first
      ends[ends.length - 2] = more;
      ends[ends.length - 1] = more;
      return JniUtils.pad(pt(x), ends, 0);
    }
    long size = x.getShape().get(axis);
    try (NDArray last = narrow(x, axis, size - more, size);
        NDArray first = narrow(x, axis, 0, more)) {
      return concat(axis, List.of(last, x, first));
    }
  }

  /**
   * All of an axis in parts of these sizes, which share memory with x. Their gradients meet in one
   * pass, where those of {@link #narrow}ed parts would each be filled up with zeros first.
   */
  public static List<NDArray> split(NDArray x, int axis, long... sizes) {
    return JniUtils.split(pt(x), sizes, axis);
  }

  /** Axes in another order; shares memory with x. */
  public static NDArray permute(NDArray x, long... axes) {
    return JniUtils.permute(pt(x), axes);
  }

  /** One number for each channel, laid to meet a map: (C) → (1, C, 1, 1). */
  public static NDArray perChannel(NDArray vector) {
    return JniUtils.reshape(pt(vector), new long[] {1, vector.size(), 1, 1});
  }

  /** Repeats along axes of size 1, without copying. */
  public static NDArray expand(NDArray x, long... shape) {
    return JniUtils.broadcast(pt(x), new Shape(shape));
  }

  /** Nearest position, PyTorch's rule ⌊i·from/to⌋: (N, C, h, w) → (N, C, H, W). */
  public static NDArray nearest(NDArray x, long height, long width) {
    return JniUtils.interpolate(pt(x), new long[] {height, width}, NEAREST, false);
  }
}
