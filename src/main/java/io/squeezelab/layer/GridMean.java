package io.squeezelab.layer;

import ai.djl.ndarray.NDArray;
import io.squeezelab.cost.Cost;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Line;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Maths;
import io.squeezelab.engine.Pass;

/**
 * Means over the cells of a grid, so that what follows takes images of any size: (N, C, H, W) → (N,
 * C, h, w). Cells are cut as PyTorch's adaptive pool cuts them; a map smaller than the grid repeats
 * its positions.
 */
public record GridMean(String name, int height, int width) implements Layer {

  @Override
  public Dims trace(Dims in, Sheet sheet) {
    Dims out = new Dims(in.channels(), height, width);
    return sheet.add(new Line(name, "mean-pool", in, out, Cost.FREE));
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) {
    return Maths.gridMean(x, height, width);
  }
}
