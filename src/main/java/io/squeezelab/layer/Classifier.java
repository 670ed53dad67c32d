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
 * Global average pool and a linear layer: (N, C, H, W) → (N, classes). Parameters {@code weight}
 * (classes, C) and {@code bias} (classes), PyTorch's initialisation.
 */
public record Classifier(String name, Parameter weight, Parameter bias) implements Layer {

  public static Classifier of(Scope scope, int channels, int classes) {
    return new Classifier(
        scope.path(),
        scope.weight("weight", Init.uniform(), classes, channels),
        scope.vector("bias", Init.uniform(channels), classes));
  }

  @Override
  public Dims trace(Dims in, Sheet sheet) {
    Dims out = new Dims(bias.size(), 1, 1);
    Cost cost = new Cost(weight.size() + bias.size(), 0, weight.size(), bias.size(), 0);
    return sheet.add(new Line(name, "linear", in, out, cost));
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) {
    try (NDArray mean = Ops.globalMean(x); // (N, C, 1, 1)
        NDArray features = Ops.reshape(mean, x.getShape().get(0), x.getShape().get(1))) {
      return Ops.linear(features, pass.get(weight), pass.get(bias)); // (N, classes)
    }
  }
}
