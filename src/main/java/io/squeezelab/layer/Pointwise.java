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
 * One linear map of the channels at every position, a fully connected layer where there is one
 * position and a 1x1 convolution where there are more: (N, C, H, W) → (N, K, H, W). Parameters
 * {@code weight} (K, C) and, if wanted, {@code bias} (K); PyTorch's initialisation.
 */
public record Pointwise(String name, Parameter weight, Parameter bias) implements Layer {

  public static Pointwise of(Scope scope, int in, int out, boolean biased) {
    return of(scope, in, out, biased, false);
  }

  /**
   * @param zero starts weights and bias at 0 instead
   */
  public static Pointwise of(Scope scope, int in, int out, boolean biased, boolean zero) {
    Parameter weight = scope.weight("weight", zero ? Init.ZEROS : Init.uniform(), out, in);
    Init shift = zero ? Init.ZEROS : Init.uniform(in);
    Parameter bias = biased ? scope.vector("bias", shift, out) : null;
    return new Pointwise(scope.path(), weight, bias);
  }

  @Override
  public Dims trace(Dims in, Sheet sheet) {
    Dims out = in.channels(weight.shape().sizes().get(0).intValue());
    long params = weight.size() + (bias == null ? 0 : bias.size());
    Cost cost = new Cost(params, 0, weight.size() * in.pixels(), out.size(), 0);
    return sheet.add(new Line(name, "linear", in, out, cost));
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) {
    long[] shape = x.getShape().getShape();
    NDArray w = pass.get(weight); // (K, C)
    NDArray b = bias == null ? null : pass.get(bias);
    long out = w.getShape().get(0);
    if (shape[1] == 1) {
      return outer(x, w, b);
    }
    if (shape[2] * shape[3] > 1) {
      try (NDArray kernel = Ops.reshape(w, out, shape[1], 1, 1)) {
        return Ops.conv1x1(x, kernel, b);
      }
    }
    try (NDArray rows = Ops.reshape(x, shape[0], shape[1]); // (N, C)
        NDArray mapped = Ops.linear(rows, w, b)) { // (N, K)
      return Ops.reshape(mapped, shape[0], out, 1, 1);
    }
  }

  /** Of one channel each output is a multiple: a third of the time of a convolution. */
  private NDArray outer(NDArray x, NDArray w, NDArray b) {
    long out = weight.size();
    try (NDArray factors = Ops.reshape(w, out, 1, 1)) {
      NDArray products = Ops.mul(x, factors); // (N, K, H, W)
      if (b == null) {
        return products;
      }
      try (NDArray shift = Ops.reshape(b, out, 1, 1)) {
        return Ops.addInto(products, shift);
      }
    }
  }
}
