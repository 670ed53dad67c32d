package io.squeezelab.attention.squeeze;

import ai.djl.ndarray.NDArray;
import io.squeezelab.attention.Keep;
import io.squeezelab.cost.Cost;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Line;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Family;

/**
 * A squeeze that learns nothing: one number for every kept position, computed from the numbers that
 * are reduced. All such squeezes share the work of sorting out the axes, which is done here: a
 * formula sees (N, kept, reduced) with the reduced numbers along the last axis.
 *
 * @param passes how often the formula reads the map
 */
record Statistic(String name, String kind, Keep keep, int passes, Formula formula)
    implements Layer {

  /** What is computed. */
  @FunctionalInterface
  interface Formula {
    /** (N, K, R) → (N, K, 1). */
    NDArray of(Pass pass, NDArray numbers);
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
    long[] shape = x.getShape().getShape(); // (N, C, H, W)
    long[] out = shape.clone();
    long kept = 1;
    long reduced = 1;
    for (int axis = 1; axis < 4; axis++) {
      if (keep.keeps(axis)) {
        kept *= shape[axis];
      } else {
        reduced *= shape[axis];
        out[axis] = 1;
      }
    }
    NDArray numbers = Ops.reshape(keptFirst(x), shape[0], kept, reduced); // (N, K, R)
    return Ops.reshape(formula.of(pass, numbers), out); // (N, C', H', W')
  }

  /** The same array with the kept axes before the reduced ones, each in their order. */
  private NDArray keptFirst(NDArray x) {
    int[] order = new int[4];
    int next = 1;
    for (int axis = 1; axis < 4; axis++) {
      if (keep.keeps(axis)) {
        order[next++] = axis;
      }
    }
    for (int axis = 1; axis < 4; axis++) {
      if (!keep.keeps(axis)) {
        order[next++] = axis;
      }
    }
    boolean sorted = order[1] < order[2] && order[2] < order[3];
    return sorted ? x : x.transpose(order);
  }
}
