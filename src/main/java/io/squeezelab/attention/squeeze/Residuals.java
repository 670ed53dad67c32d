package io.squeezelab.attention.squeeze;

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
import io.squeezelab.layer.Layer;

/**
 * Mean way from each of k centres to the positions that it holds: (N, C, H, W) → (N, k·C, 1, 1).
 *
 * @param scores (N, C, H, W) → (N, k, H, W)
 */
record Residuals(String name, Layer scores, Parameter centres) implements Layer {

  static Layer of(Scope scope, Layer scores, int centres, int channels) {
    Parameter all = scope.weight("centres", Init.uniform(), centres, channels);
    return new Residuals(scope.path(), scores, all);
  }

  @Override
  public Dims trace(Dims in, Sheet sheet) {
    scores.trace(in, sheet);
    Dims out = new Dims(centres.size(), 1, 1);
    return sheet.add(new Line(name, "centres", in, out, Cost.ofParams(centres.size())));
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) {
    long[] s = x.getShape().getShape();
    long pixels = s[2] * s[3];
    try (NDArray near = scores.forward(pass, x);
        NDArray flat = Ops.reshape(near, s[0], near.getShape().get(1), pixels);
        NDArray shares = Maths.softmax(flat, 1); // (N, k, H·W)
        NDArray parts = Ops.mul(shares, pass.constant(1.0 / pixels));
        NDArray rows = Ops.reshape(x, s[0], s[1], pixels);
        NDArray columns = Shapes.permute(rows, 0, 2, 1); // (N, H·W, C)
        NDArray means = Maths.matmul(parts, columns); // (N, k, C)
        NDArray masses = Maths.sum(parts, 2); // (N, k, 1)
        NDArray held = Ops.mul(masses, pass.get(centres)); // (N, k, C)
        NDArray residuals = Ops.sub(means, held)) {
      return Ops.reshape(residuals, s[0], centres.size(), 1, 1);
    }
  }
}
