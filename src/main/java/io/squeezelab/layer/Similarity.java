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
import io.squeezelab.engine.Stats;

/**
 * Within each of G groups of channels, the inner product of each position's vector with the mean
 * one, standardised over the positions, then scaled and shifted: (N, C, H, W) → (N, G, H, W).
 * Parameters {@code weight}, starts at 0, and {@code bias}, starts at 1 (G).
 *
 * @param count what squared deviations are divided by
 */
public record Similarity(String name, Parameter weight, Parameter bias, double eps, long count)
    implements Layer {
  public static Similarity of(Scope scope, int groups, double eps, long count) {
    Parameter weight = scope.vector("weight", Init.ZEROS, groups);
    Parameter bias = scope.vector("bias", Init.ONES, groups);
    return new Similarity(scope.path(), weight, bias, eps, count);
  }

  @Override
  public Dims trace(Dims in, Sheet sheet) {
    Cost cost = Cost.ofParams(2L * weight.size()).plus(Cost.ofReads(2 * in.size()));
    return sheet.add(new Line(name, "group-similarity", in, in.channels(weight.size()), cost));
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) { // (N, C, H, W)
    try (NDArray products = products(x); // (N, G, H, W)
        NDArray mean = Ops.globalMean(products);
        NDArray apart = Ops.sub(products, mean);
        NDArray w = Shapes.perChannel(pass.get(weight));
        NDArray scale = scale(pass, apart, w); // (N, G, 1, 1)
        NDArray b = Shapes.perChannel(pass.get(bias))) {
      return Ops.addInto(Ops.mul(apart, scale), b);
    }
  }

  /** Each position's vector times the mean one, by group, without a map in between. */
  private NDArray products(NDArray x) {
    long[] s = x.getShape().getShape();
    long groups = weight.size();
    long each = s[1] / groups;
    try (NDArray mean = Ops.globalMean(x);
        NDArray rows = Ops.reshape(mean, s[0] * groups, 1, each);
        NDArray vectors = Ops.reshape(x, s[0] * groups, each, s[2] * s[3]);
        NDArray products = Maths.matmul(rows, vectors)) { // (N·G, 1, H·W)
      return Ops.reshape(products, s[0], groups, s[2], s[3]);
    }
  }

  /** w / (standard deviation + eps). */
  private NDArray scale(Pass pass, NDArray apart, NDArray w) {
    try (NDArray squares = Ops.square(apart);
        NDArray sum = Maths.sum(squares, 2, 3);
        NDArray variance = Ops.mul(sum, pass.constant(1.0 / count));
        NDArray positive = Ops.add(variance, pass.constant(Stats.LEAST));
        NDArray deviation = Ops.sqrt(positive);
        NDArray shifted = Ops.add(deviation, pass.constant(eps));
        NDArray share = Maths.div(pass.constant(1), shifted)) {
      return Ops.mul(share, w);
    }
  }
}
