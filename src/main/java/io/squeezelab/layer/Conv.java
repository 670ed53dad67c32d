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
 * Square convolution, zero padding {@code (k - 1) / 2}, no bias: (N, C, H, W) → (N, K, ⌈H/s⌉,
 * ⌈W/s⌉). Parameter {@code weight} (K, C/groups, k, k), He initialisation. Cost: K·C/groups·k²
 * parameters, as many multiply-adds per output position.
 */
public record Conv(String name, Parameter weight, int kernel, int stride, int groups)
    implements Layer {

  public static Conv of(Scope scope, int in, int out, int kernel, int stride) {
    return of(scope, in, out, kernel, stride, 1);
  }

  public static Conv of(Scope scope, int in, int out, int kernel, int stride, int groups) {
    Parameter weight = scope.weight("weight", Init.he(), out, in / groups, kernel, kernel);
    return new Conv(scope.path(), weight, kernel, stride, groups);
  }

  @Override
  public Dims trace(Dims in, Sheet sheet) {
    int channels = weight.shape().sizes().get(0).intValue();
    Dims out = new Dims(channels, after(in.height()), after(in.width()));
    Cost cost = new Cost(weight.size(), 0, weight.size() * out.pixels(), out.size(), 0);
    return sheet.add(new Line(name, "conv", in, out, cost));
  }

  private int after(int size) {
    int padding = (kernel - 1) / 2;
    return (size + 2 * padding - kernel) / stride + 1;
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) {
    return Ops.conv2d(x, pass.get(weight), null, stride, (kernel - 1) / 2, 1, groups);
  }
}
