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
 * A squeeze by formula, which reads the map {@code passes} times and learns {@code params} numbers.
 */
record Statistic(String name, Squeeze squeeze, int passes, long params, Formula formula)
    implements Layer {

  @FunctionalInterface
  interface Formula {
    /** (N, C, H, W) → 1 on the axes that go, or S of such stacked along axis 1. */
    NDArray of(Pass pass, NDArray x, int[] axes);
  }

  /** A statistic of one number is that number: nothing would be squeezed. */
  static void check(Keep keep) {
    Check.that(keep != Keep.ALL, "keep", "must leave an axis to reduce; 'all' keeps every number");
  }

  static Layer of(Scope scope, Squeeze squeeze, int passes, Formula formula) {
    return new Statistic(scope.path(), squeeze, passes, 0, formula);
  }

  @Override
  public Dims trace(Dims in, Sheet sheet) {
    long reads = (squeeze.keep() == Keep.CROSS ? 2 : 1) * passes * in.size();
    Cost cost = new Cost(params, 0, 0, 0, reads);
    Dims out = squeeze.descriptor(in).shape();
    return sheet.add(new Line(name, Family.name(squeeze.getClass()), in, out, cost));
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) {
    if (squeeze.keep() != Keep.CROSS) {
      return formula.of(pass, x, squeeze.keep().reduced());
    }
    try (NDArray rows = formula.of(pass, x, Keep.CHANNEL_HEIGHT.reduced()); // (N, S·C, H, 1)
        NDArray columns = formula.of(pass, x, Keep.CHANNEL_WIDTH.reduced()); // (N, S·C, 1, W)
        NDArray standing = Shapes.permute(columns, 0, 1, 3, 2)) { // (N, S·C, W, 1)
      return Shapes.concat(2, List.of(rows, standing)); // (N, S·C, H + W, 1)
    }
  }
}
