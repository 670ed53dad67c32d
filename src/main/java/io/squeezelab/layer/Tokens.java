package io.squeezelab.layer;

import ai.djl.ndarray.NDArray;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Maths;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Scope;
import io.squeezelab.engine.Shapes;
import io.squeezelab.spec.From;

/**
 * Scaled dot-product attention between the channels of a {@link Profile}, at each position by
 * itself: (N, S, C, P) → (N, 1, C, P).
 *
 * @param query S → h·d, with bias
 * @param key S → h·d
 * @param value S → h·d
 * @param out h·d → 1, with bias
 */
@From(value = "Attention Is All You Need, equation 1", link = "https://arxiv.org/abs/1706.03762")
public record Tokens(Layer query, Layer key, Layer value, Layer out, int heads, int dim)
    implements Layer {

  public static Tokens of(Scope scope, int statistics, int heads, int dim) {
    int width = Math.multiplyExact(heads, dim);
    return new Tokens(
        Pointwise.of(scope.in("query"), statistics, width, true),
        Pointwise.of(scope.in("key"), statistics, width, false),
        Pointwise.of(scope.in("value"), statistics, width, false),
        Pointwise.of(scope.in("out"), width, 1, true),
        heads,
        dim);
  }

  @Override
  public Dims trace(Dims in, Sheet sheet) {
    query.trace(in, sheet);
    key.trace(in, sheet);
    return out.trace(value.trace(in, sheet), sheet);
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) {
    try (NDArray scores = scores(pass, x); // (N·P·h, C, C)
        NDArray shares = Maths.softmax(scores, 2);
        NDArray values = heads(value.forward(pass, x)); // (N·P·h, d, C)
        NDArray rows = Shapes.permute(values, 0, 2, 1);
        NDArray mixed = Maths.matmul(shares, rows); // (N·P·h, C, d)
        NDArray joined = joined(mixed, x.getShape().getShape())) { // (N, h·d, C, P)
      return out.forward(pass, joined);
    }
  }

  private NDArray scores(Pass pass, NDArray x) {
    try (NDArray queries = heads(query.forward(pass, x)); // (N·P·h, d, C)
        NDArray scaled = Ops.mul(queries, pass.constant(1 / Math.sqrt(dim)));
        NDArray rows = Shapes.permute(scaled, 0, 2, 1);
        NDArray keys = heads(key.forward(pass, x))) { // (N·P·h, d, C)
      return Maths.matmul(rows, keys);
    }
  }

  /** (N, h·d, C, P) → (N·P·h, d, C); closes what it is given. */
  private NDArray heads(NDArray projected) {
    long[] s = projected.getShape().getShape();
    long all = s[0] * s[3] * heads;
    try (projected;
        NDArray apart = Ops.reshape(projected, s[0], heads, dim, s[2], s[3]);
        NDArray last = Shapes.permute(apart, 0, 4, 1, 2, 3)) {
      return Ops.reshape(last, all, dim, s[2]);
    }
  }

  private NDArray joined(NDArray mixed, long[] x) {
    try (NDArray apart = Ops.reshape(mixed, x[0], x[3], heads, x[2], dim);
        NDArray back = Shapes.permute(apart, 0, 2, 4, 3, 1)) { // (N, h, d, C, P)
      return Ops.reshape(back, x[0], (long) heads * dim, x[2], x[3]);
    }
  }
}
