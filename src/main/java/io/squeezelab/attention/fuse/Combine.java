package io.squeezelab.attention.fuse;

import ai.djl.ndarray.NDArray;
import io.squeezelab.engine.Maths;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Shapes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** How k maps (N, C, H, W) become one. */
public enum Combine {
  /** Added. */
  SUM(false, maps -> folded(maps, Ops::add)),
  /** The largest, element by element; equal ones share the gradient. */
  MAX(false, maps -> folded(maps, Maths::maximum)),
  /** Joined along the channels: (N, k·C, H, W). */
  CONCAT(true, maps -> Shapes.concat(1, maps)),
  /** Joined along the channels, the last first. */
  CONCAT_REVERSED(true, maps -> Shapes.concat(1, reversed(maps)));

  private final boolean joins;
  private final Function<List<NDArray>, NDArray> several;

  Combine(boolean joins, Function<List<NDArray>, NDArray> several) {
    this.joins = joins;
    this.several = several;
  }

  private static NDArray folded(List<NDArray> maps, BinaryOperator<NDArray> pair) {
    NDArray all = pair.apply(maps.get(0), maps.get(1));
    for (NDArray map : maps.subList(2, maps.size())) {
      try (NDArray before = all) {
        all = pair.apply(before, map);
      }
    }
    return all;
  }

  private static List<NDArray> reversed(List<NDArray> maps) {
    List<NDArray> turned = new ArrayList<>(maps);
    Collections.reverse(turned);
    return turned;
  }

  /** In how many parts the result's channels fall: k where the maps are joined along them. */
  int parts(int inputs) {
    return joins ? inputs : 1;
  }

  /** Leaves the maps open; of one map, gives that. */
  NDArray of(List<NDArray> maps) {
    return maps.size() == 1 ? maps.get(0) : several.apply(maps);
  }
}
