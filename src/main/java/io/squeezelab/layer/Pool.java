package io.squeezelab.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.squeezelab.cost.Cost;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Line;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Pools;
import io.squeezelab.spec.Check;

/**
 * Maximum or mean over square windows: (N, C, H, W) → (N, C, H', W'). Costs no multiply-adds by
 * this project's count. Zeros around the map count in a mean as numbers (as in Caffe, and in
 * PyTorch unless told otherwise).
 *
 * @param ceil whether a window that is only partly on the map counts at the lower and right edge
 */
public record Pool(String name, Kind kind, int kernel, int stride, int padding, boolean ceil)
    implements Layer {

  /** What is taken of a window. */
  public enum Kind {
    MAX,
    MEAN,
    /** The mean of those numbers under a window that are the map's: zeros around count not. */
    INNER_MEAN
  }

  public static Pool max(String name, int kernel, int stride, int padding) {
    return new Pool(name, Kind.MAX, kernel, stride, padding, false);
  }

  public static Pool mean(String name, int kernel, int stride, int padding) {
    return new Pool(name, Kind.MEAN, kernel, stride, padding, false);
  }

  public Pool ceiled() {
    return new Pool(name, kind, kernel, stride, padding, true);
  }

  @Override
  public Dims trace(Dims in, Sheet sheet) {
    Dims out = new Dims(in.channels(), after(in.height()), after(in.width()));
    return sheet.add(
        new Line(name, kind == Kind.MAX ? "max-pool" : "mean-pool", in, out, Cost.FREE));
  }

  private int after(int size) {
    int room = size + 2 * padding - kernel;
    boolean fits = room >= (ceil ? 1 - stride : 0); // the first window may be partly on the map
    Check.that(fits, "", "a map of " + size + " is too small to pool over " + kernel);
    int steps = ceil ? (room + stride - 1) / stride : room / stride;
    boolean beyond = steps * stride >= size + padding; // a window that starts behind the map
    return ceil && beyond ? steps : steps + 1;
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) {
    Shape window = new Shape(kernel, kernel);
    Shape steps = new Shape(stride, stride);
    Shape zeros = new Shape(padding, padding);
    return switch (kind) {
      case MAX -> Pools.max(x, window, steps, zeros, ceil);
      case MEAN -> Pools.mean(x, window, steps, zeros, ceil);
      case INNER_MEAN -> Pools.innerMean(pass, x, window, steps, zeros, ceil);
    };
  }
}
