package io.squeezelab.attention.squeeze;

import ai.djl.ndarray.NDArray;
import io.squeezelab.attention.Keep;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Maths;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Shapes;
import io.squeezelab.layer.Layer;
import java.util.List;

/** Means over grids, cell by cell along the channel axis. */
record Grids(Keep keep, List<Integer> grids, Dims out) implements Layer {
  @Override
  public Dims trace(Dims in, Sheet sheet) {
    return out;
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) {
    List<NDArray> parts = grids.stream().map(grid -> cells(x, grid)).toList();
    if (parts.size() == 1) {
      return parts.get(0);
    }
    NDArray all = Shapes.concat(1, parts);
    parts.forEach(NDArray::close);
    return all;
  }

  /** Cells become statistics: they go before the channels, kept positions behind them. */
  private NDArray cells(NDArray x, int grid) {
    long[] s = x.getShape().getShape();
    long[] order = keep == Keep.CHANNEL_HEIGHT ? new long[] {0, 3, 1, 2} : cellsFirst();
    long height = keep.keeps(2) ? s[2] : grid;
    long width = keep.keeps(3) ? s[3] : grid;
    try (NDArray means = Maths.gridMean(x, (int) height, (int) width);
        NDArray turned = Shapes.permute(means, order)) {
      return Ops.reshape(turned, s[0], -1, out.height(), out.width());
    }
  }

  private long[] cellsFirst() {
    return keep == Keep.CHANNEL_WIDTH ? new long[] {0, 2, 1, 3} : new long[] {0, 2, 3, 1};
  }
}
