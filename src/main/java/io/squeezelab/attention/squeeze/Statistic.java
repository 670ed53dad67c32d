package io.squeezelab.attention.squeeze;

import ai.djl.ndarray.NDArray;
import io.squeezelab.attention.Keep;
import io.squeezelab.cost.Cost;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Line;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Family;

/**
 * A squeeze that learns nothing: one number for every kept position, computed from the numbers
 * along the axes that go.
 *
 * @param passes how often the formula reads the map
 */
record Statistic(String name, String kind, Keep keep, int passes, Formula formula)
    implements Layer {

  /** What is computed. */
  @FunctionalInterface
  interface Formula {
    /**
     * @param x (N, C, H, W)
     * @param axes those that go
     * @return x's shape with 1 on these axes
     */
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
    Cost cost = Cost.ofReads(passes * in.size());
    return sheet.add(new Line(name, kind, in, keep.of(in), cost));
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) {
    return formula.of(pass, x, keep.reduced());
  }
}
