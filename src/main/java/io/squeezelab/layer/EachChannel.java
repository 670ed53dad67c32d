package io.squeezelab.layer;

import ai.djl.ndarray.NDArray;
import io.squeezelab.cost.Cost;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Line;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Init;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Parameter;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Scope;

/**
 * A weight for each channel, the same at every position: (N, C, H, W) → the same. Parameters {@code
 * weight} (C, 1, 1), starting at 1, and, if wanted, {@code bias} (C), starting at 0.
 */
public record EachChannel(String name, Parameter weight, Parameter bias) implements Layer {

  public static EachChannel of(Scope scope, int channels, boolean biased) {
    return of(scope, channels, Init.ONES, biased ? Init.ZEROS : null);
  }

  /**
   * @param biases their initial values; null for none
   */
  public static EachChannel of(Scope scope, int channels, Init weights, Init biases) {
    Parameter weight = scope.weight("weight", weights, channels, 1, 1);
    Parameter bias = biases == null ? null : scope.vector("bias", biases, channels);
    return new EachChannel(scope.path(), weight, bias);
  }

  @Override
  public Dims trace(Dims in, Sheet sheet) {
    long params = weight.size() + (bias == null ? 0 : bias.size());
    Cost cost = new Cost(params, 0, in.size(), in.size(), 0);
    return sheet.add(new Line(name, "diagonal", in, in, cost));
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) {
    NDArray scaled = Ops.mul(x, pass.get(weight)); // (N, C, H, W)
    if (bias == null) {
      return scaled;
    }
    try (NDArray shift = Ops.reshape(pass.get(bias), bias.size(), 1, 1)) {
      return Ops.addInto(scaled, shift);
    }
  }
}
