package io.squeezelab.layer;

import ai.djl.ndarray.NDArray;
import io.squeezelab.cost.Cost;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Line;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Init;
import io.squeezelab.engine.Maths;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Parameter;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Scope;
import io.squeezelab.engine.Shapes;

/**
 * Each number measured against its channel's other positions: w·(γ·n + β) + b, n being standardised
 * over them; (N, C, H, W) → the same. Two scales and two shifts become one of each on the way.
 * Parameters {@code norm.weight}, {@code norm.bias}, {@code weight}, {@code bias} (C).
 */
public record Standard(
    String name, Parameter gamma, Parameter beta, Parameter weight, Parameter bias, double eps)
    implements Layer {

  public static Standard of(Scope scope, int channels, double eps) {
    return new Standard(
        scope.path(),
        scope.in("norm").vector("weight", Init.ONES, channels),
        scope.in("norm").vector("bias", Init.ZEROS, channels),
        scope.vector("weight", Init.ZEROS, channels),
        scope.vector("bias", Init.ONES, channels),
        eps);
  }

  @Override
  public Dims trace(Dims in, Sheet sheet) {
    Cost cost = Cost.ofParams(4L * weight.size()).plus(Cost.ofReads(2 * in.size()));
    return sheet.add(new Line(name, "spatial-norm", in, in, cost));
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) { // (N, C, H, W)
    try (NDArray w = Shapes.perChannel(pass.get(weight));
        NDArray b = Shapes.perChannel(pass.get(bias));
        NDArray g = Shapes.perChannel(pass.get(gamma));
        NDArray o = Shapes.perChannel(pass.get(beta));
        NDArray scale = Ops.mul(w, g);
        NDArray moved = Ops.mul(w, o);
        NDArray shift = Ops.add(moved, b);
        NDArray normed = Maths.positionNorm(x, eps)) {
      return Ops.addInto(Ops.mul(normed, scale), shift);
    }
  }
}
