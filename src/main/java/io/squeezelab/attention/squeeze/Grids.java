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
import java.util.Comparator;
import java.util.LinkedHashMap;
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
    Map<Integer, NDArray> means = means(x);
    List<NDArray> parts = grids.stream().map(grid -> statistics(means.get(grid))).toList();
    means.values().forEach(NDArray::close);
    if (parts.size() == 1) {
      return parts.get(0);
    }
    NDArray all = Shapes.concat(1, parts);
    parts.forEach(NDArray::close);
    return all;
  }

  /** By grid, the finest first: where its cells are equal, they give those of coarser grids too. */
  private Map<Integer, NDArray> means(NDArray x) {
    Map<Integer, NDArray> means = new LinkedHashMap<>();
    for (int grid : grids.stream().sorted(Comparator.reverseOrder()).toList()) {
      NDArray from =
          means.entrySet().stream()
              .filter(finer -> finer.getKey() % grid == 0 && isEven(x, finer.getKey()))
              .map(Map.Entry::getValue)
              .reduce(x, (before, coarser) -> coarser);
      means.put(grid, Maths.gridMean(from, side(x, 2, grid), side(x, 3, grid)));
    }
    return means;
  }

  private boolean isEven(NDArray x, int grid) {
    return x.getShape().get(2) % side(x, 2, grid) == 0
        && x.getShape().get(3) % side(x, 3, grid) == 0;
  }

  private int side(NDArray x, int axis, int grid) {
    return keep.keeps(axis) ? (int) x.getShape().get(axis) : grid;
  }

  /** Cells become statistics: they go before the channels, kept positions behind them. */
  private NDArray statistics(NDArray means) {
    long[] s = means.getShape().getShape();
    if (keep == Keep.CHANNEL && s[2] > 1) {
      return cellsFirst(means, s);
    }
    long[] order = keep == Keep.CHANNEL_HEIGHT ? new long[] {0, 3, 1, 2} : new long[] {0, 2, 1, 3};
    try (NDArray turned = Shapes.permute(means, order)) {
      return Ops.reshape(turned, s[0], -1, out.height(), out.width());
    }
  }

  /**
   * The product with ones on a diagonal is there for its gradient, which lies in memory as the map
   * does; the permutation's would lie across it, and all that follows would be slow.
   */
  private static NDArray cellsFirst(NDArray means, long[] s) {
    int cells = (int) (s[2] * s[3]);
    try (NDArray lines = Ops.reshape(means, s[0] * s[1], cells);
        NDArray one = means.getManager().eye(cells, cells, 0, means.getDataType());
        NDArray same = Maths.matmul(lines, one);
        NDArray apart = Ops.reshape(same, s[0], s[1], cells);
        NDArray turned = Shapes.permute(apart, 0, 2, 1)) {
      return Ops.reshape(turned, s[0], cells * s[1], 1, 1);
    }
  }
}
