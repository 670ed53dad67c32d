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
 * A linear layer on all numbers of a map: (N, C, H, W) or (N, C) → (N, K), in PyTorch's order of
 * flattening. Parameters {@code weight} (K, C·H·W) and {@code bias} (K), PyTorch's initialisation.
 */
public record FullyConnected(String name, Parameter weight, Parameter bias) implements Layer {

  public static FullyConnected of(Scope scope, Dims in, int out) {
    return new FullyConnected(
        scope.path(),
        scope.weight("weight", Init.uniform(), out, in.size()),
        scope.vector("bias", Init.uniform(in.size()), out));
  }

  @Override
  public Dims trace(Dims in, Sheet sheet) {
    Dims out = new Dims(bias.size(), 1, 1);
    Cost cost = new Cost(weight.size() + bias.size(), 0, weight.size(), bias.size(), 0);
    return sheet.add(new Line(name, "linear", in, out, cost));
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) {
    long images = x.getShape().get(0);
    try (NDArray flat = Ops.reshape(x, images, x.size() / images)) {
      return Ops.linear(flat, pass.get(weight), pass.get(bias));
    }
  }
}
