package io.squeezelab.attention.apply;

import ai.djl.ndarray.NDArray;
import io.squeezelab.cost.Cost;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Line;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;
import io.squeezelab.layer.Join;
import java.util.List;
import java.util.function.BiFunction;

/**
 * The map times a function of the weights. The function acts on the weights, which are few, so the
 * map is read once whatever it is.
 *
 * @param factor new array from weights
 */
record Weighted(String name, String kind, long params, BiFunction<Pass, NDArray, NDArray> factor)
    implements Join {
  @Override
  public Dims trace(Dims in, Sheet sheet) {
    Cost cost = Cost.ofParams(params).plus(Cost.ofReads(in.size()));
    return sheet.add(new Line(name, kind, in, in, cost));
  }

  @Override
  public NDArray forward(Pass pass, List<NDArray> inputs) {
    try (NDArray factors = factor.apply(pass, inputs.get(1))) {
      return Ops.mul(inputs.get(0), factors);
    }
  }
}
