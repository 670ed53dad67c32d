package io.squeezelab.attention.squeeze;

import ai.djl.ndarray.NDArray;
import io.squeezelab.attention.Keep;
import io.squeezelab.cost.Cost;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Line;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Init;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Parameter;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Scope;
import io.squeezelab.engine.Shapes;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Pointwise;
import java.util.stream.IntStream;

/** A linear map of the axes that go: (N, C, H, W) → (N, k·C', H', W'), statistic by statistic. */
record Projection(String name, Keep keep, Parameter weight, Parameter bias) implements Layer {

  static Layer of(Scope scope, Keep keep, Dims map, int numbers, boolean biased) {
    if (keep == Keep.SPATIAL) { // the same, without bringing the axes that go together
      return Pointwise.of(scope, map.channels(), numbers, biased);
    }
    long reduced = map.size() / keep.of(map).size();
    Parameter weight = scope.weight("weight", Init.uniform(), numbers, reduced);
    Parameter bias = biased ? scope.vector("bias", Init.uniform(reduced), numbers) : null;
    return new Projection(scope.path(), keep, weight, bias);
  }

  @Override
  public Dims trace(Dims in, Sheet sheet) {
    Dims one = keep.of(in);
    Dims out = one.channels(weight.shape().sizes().get(0).intValue() * one.channels());
    long params = weight.size() + (bias == null ? 0 : bias.size());
    Cost cost = new Cost(params, 0, weight.size() * one.size(), out.size(), 0);
    return sheet.add(new Line(name, "linear", in, out, cost));
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) {
    long[] s = x.getShape().getShape();
    Dims one = keep.of(new Dims((int) s[1], (int) s[2], (int) s[3]));
    try (NDArray sorted = Shapes.permute(x, keptFirst());
        NDArray rows = Ops.reshape(sorted, s[0], one.size(), -1); // (N, C'·H'·W', R)
        NDArray mapped =
            Ops.linear(rows, pass.get(weight), bias == null ? null : pass.get(bias)); // (…, k)
        NDArray turned = Shapes.permute(mapped, 0, 2, 1)) { // (N, k, C'·H'·W')
      return Ops.reshape(turned, s[0], -1, one.height(), one.width());
    }
  }

  private long[] keptFirst() {
    IntStream kept = IntStream.rangeClosed(1, 3).filter(keep::keeps);
    IntStream all = IntStream.concat(kept, IntStream.of(keep.reduced()));
    return IntStream.concat(IntStream.of(0), all).asLongStream().toArray();
  }
}
