package io.squeezelab.attention.squeeze;

import ai.djl.ndarray.NDArray;
import io.squeezelab.attention.Keep;
import io.squeezelab.cost.Cost;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Line;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Scope;
import io.squeezelab.engine.Shapes;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Family;
import java.util.List;

/**
 * A squeeze that learns nothing: one number for every kept position, computed from the numbers
 * along the axes that go.
 *
 * @param passes how often the formula reads the map
 */
record Statistic(String name, String kind, Keep keep, int passes, Formula formula)
    implements Layer {

  @FunctionalInterface
  interface Formula {
    /** (N, C, H, W) → 1 on the axes that go. */
    NDArray of(Pass pass, NDArray x, int[] axes);
  }

  /** A statistic of one number is that number: nothing would be squeezed. */
  static void check(Keep keep) {
    Check.that(keep != Keep.ALL, "keep", "must leave an axis to reduce; 'all' keeps every number");
  }

  static Layer of(Scope scope, Object squeeze, Keep keep, int passes, Formula formula) {
    String kind = Family.name(squeeze.getClass());
    return new Statistic(scope.path(), kind, keep, passes, formula);
  }

  @Override
  public Dims trace(Dims in, Sheet sheet) {
    Cost cost = Cost.ofReads((keep == Keep.CROSS ? 2 : 1) * passes * in.size());
    return sheet.add(new Line(name, kind, in, keep.of(in), cost));
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) {
    if (keep != Keep.CROSS) {
      return formula.of(pass, x, keep.reduced());
    }
    try (NDArray rows = formula.of(pass, x, Keep.CHANNEL_HEIGHT.reduced()); // (N, C, H, 1)
        NDArray columns = formula.of(pass, x, Keep.CHANNEL_WIDTH.reduced()); // (N, C, 1, W)
        NDArray standing = Shapes.permute(columns, 0, 1, 3, 2)) { // (N, C, W, 1)
      return Shapes.concat(2, List.of(rows, standing)); // (N, C, H + W, 1)
    }
  }
}
