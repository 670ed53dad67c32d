package io.squeezelab.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Pass;

/**
 * A shortcut without parameters (He et al. 2015, arXiv 1512.03385, section 4.2, option A): every
 * {@code stride}-th row and column, and zero channels added half in front and half behind: (N, C,
 * H, W) → (N, K, ⌈H/s⌉, ⌈W/s⌉).
 */
public record HalfPad(int out, int stride) implements Layer {

  @Override
  public Dims trace(Dims in, Sheet sheet) {
    return new Dims(out, after(in.height()), after(in.width()));
  }

  private int after(int size) {
    return (size + stride - 1) / stride;
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) {
    long added = out - x.getShape().get(1);
    NDIndex some = new NDIndex(":, :, ::" + stride + ", ::" + stride);
    try (NDArray picked = x.get(some)) { // (N, C, H/s, W/s)
      return picked.pad(new Shape(0, 0, 0, 0, added / 2, added - added / 2), 0);
    }
  }
}
