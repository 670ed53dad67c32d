package io.squeezelab.attention.squeeze;

import ai.djl.ndarray.NDArray;
import io.squeezelab.attention.Keep;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Shapes;
import io.squeezelab.layer.Layer;
import java.util.List;
import java.util.Map;

/** Means over grids, cell by cell along the channel axis. */
record Grids(Keep keep, List<Integer> grids, Dims out) implements Layer {
  @Override
  public Dims trace(Dims in, Sheet sheet) {
    return out;
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) {
    Map<Integer, NDArray> means = Cells.means(keep, grids, x);
    List<NDArray> parts = grids.stream().map(grid -> statistics(means.get(grid))).toList();
    means.values().forEach(NDArray::close);
    if (parts.size() == 1) {
      return parts.get(0);
    }
    NDArray all = Shapes.concat(1, parts);
    parts.forEach(NDArray::close);
    return all;
  }

  /** Cells become statistics: they go before the channels, kept positions behind them. */
  private NDArray statistics(NDArray means) {
    long[] s = means.getShape().getShape();
    if (keep == Keep.CHANNEL && s[2] > 1) {
      return Cells.first(means);
    }
    long[] order = keep == Keep.CHANNEL_HEIGHT ? new long[] {0, 3, 1, 2} : new long[] {0, 2, 1, 3};
    try (NDArray turned = Shapes.permute(means, order)) {
      return Ops.reshape(turned, s[0], -1, out.height(), out.width());
    }
  }
}
