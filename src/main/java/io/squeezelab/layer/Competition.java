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
 * Channels measured against each other: gamma·e / size(e) + beta with e = alpha·x; (N, C, H, W) →
 * the same. Parameters {@code alpha}, starts at 1, {@code gamma}, {@code beta}, start at 0 (C).
 */
public record Competition(
    String name, Parameter alpha, Parameter gamma, Parameter beta, Size size, double eps)
    implements Layer {

  public static Competition of(Scope scope, int channels, Size size, double eps) {
    return new Competition(
        scope.path(),
        scope.vector("alpha", Init.ONES, channels),
        scope.vector("gamma", Init.ZEROS, channels),
        scope.vector("beta", Init.ZEROS, channels),
        size,
        eps);
  }

  @Override
  public Dims trace(Dims in, Sheet sheet) {
    Cost cost = Cost.ofParams(3L * alpha.size());
    return sheet.add(new Line(name, "channel-norm", in, in, cost));
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) { // (N, C, H, W)
    try (NDArray a = Shapes.perChannel(pass.get(alpha));
        NDArray e = Ops.mul(x, a);
        NDArray measure = size.of(pass, e, eps); // (N, 1, H, W)
        NDArray share = Maths.div(e, measure);
        NDArray g = Shapes.perChannel(pass.get(gamma));
        NDArray scaled = Ops.mul(share, g);
        NDArray b = Shapes.perChannel(pass.get(beta))) {
      return Ops.add(scaled, b);
    }
  }
}
