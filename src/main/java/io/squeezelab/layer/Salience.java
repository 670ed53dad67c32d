package io.squeezelab.layer;

import ai.djl.ndarray.NDArray;
import io.squeezelab.cost.Cost;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Line;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Maths;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;

/**
 * How far each number stands out among its channel's positions: d / (4·(Σd / count + lambda)) + 1/2
 * with d = (x - mean)²; (N, C, H, W) → the same.
 *
 * @param count what squared deviations are divided by
 */
public record Salience(String name, double lambda, long count) implements Layer {
  @Override
  public Dims trace(Dims in, Sheet sheet) {
    return sheet.add(new Line(name, "simam", in, in, Cost.ofReads(2 * in.size())));
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) { // (N, C, H, W)
    try (NDArray mean = Ops.globalMean(x);
        NDArray apart = Ops.sub(x, mean);
        NDArray squares = Ops.square(apart); // (N, C, H, W)
        NDArray sum = Maths.sum(squares, 2, 3);
        NDArray four = Ops.mul(sum, pass.constant(4.0 / count));
        NDArray scale = Ops.add(four, pass.constant(4 * lambda))) { // (N, C, 1, 1)
      return Ops.addInto(Maths.div(squares, scale), pass.constant(0.5));
    }
  }
}
