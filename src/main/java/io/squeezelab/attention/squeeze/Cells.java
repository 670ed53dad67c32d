package io.squeezelab.attention.squeeze;

import ai.djl.ndarray.NDArray;
import io.squeezelab.attention.Keep;
import io.squeezelab.engine.Maths;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Shapes;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Means over the cells of grids that lie on a map. */
final class Cells {
  private Cells() {}

  /** By grid, the finest first: where its cells are equal, they give those of coarser grids too. */
  static Map<Integer, NDArray> means(Keep keep, List<Integer> grids, NDArray x) {
    Map<Integer, NDArray> means = new LinkedHashMap<>();
    for (int grid : grids.stream().sorted(Comparator.reverseOrder()).toList()) {
      NDArray from =
          means.entrySet().stream()
              .filter(finer -> finer.getKey() % grid == 0 && isEven(keep, x, finer.getKey()))
              .map(Map.Entry::getValue)
              .reduce(x, (before, coarser) -> coarser);
      means.put(grid, Maths.gridMean(from, side(keep, x, 2, grid), side(keep, x, 3, grid)));
    }
    return means;
  }

  private static boolean isEven(Keep keep, NDArray x, int grid) {
    return x.getShape().get(2) % side(keep, x, 2, grid) == 0
        && x.getShape().get(3) % side(keep, x, 3, grid) == 0;
  }

  private static int side(Keep keep, NDArray x, int axis, int grid) {
    return keep.keeps(axis) ? (int) x.getShape().get(axis) : grid;
  }

  /**
   * (N, C, h, w) → (N, h·w·C, 1, 1). The product with ones on a diagonal is there for its gradient,
   * which lies in memory as the map does; the permutation's would lie across it, and all that
   * follows would be slow.
   */
  static NDArray first(NDArray means) {
    long[] s = means.getShape().getShape();
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
