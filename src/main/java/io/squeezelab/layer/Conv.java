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
 * Convolution (cross-correlation): (N, C, H, W) → (N, K, H', W'). Parameters {@code weight} (K,
 * C/groups, h, w) and, if wanted, {@code bias} (K). Cost: C/groups·h·w multiply-adds for each
 * number of the output.
 *
 * @param bias null for none
 */
public record Conv(String name, Parameter weight, Parameter bias, Window window) implements Layer {

  /** A backbone's: square, padded to ⌈H/s⌉ x ⌈W/s⌉, no bias, He initialisation. */
  public static Conv of(Scope scope, int in, int out, int kernel, int stride) {
    return of(scope, in, out, kernel, stride, 1);
  }

  public static Conv of(Scope scope, int in, int out, int kernel, int stride, int groups) {
    Window window = Window.square(kernel).stride(stride).groups(groups);
    Parameter weight = scope.weight("weight", Init.he(), out, in / groups, kernel, kernel);
    return new Conv(scope.path(), weight, null, window);
  }

  /** A backbone's with any window: no bias, He initialisation. */
  public static Conv of(Scope scope, int in, int out, Window window) {
    long inputs = in / window.groups();
    Parameter weight =
        scope.weight("weight", Init.he(), out, inputs, window.height(), window.width());
    return new Conv(scope.path(), weight, null, window);
  }

  /** A backbone's with a bias, which starts at 0. */
  public static Conv biased(Scope scope, int in, int out, Window window) {
    Conv plain = of(scope, in, out, window);
    return new Conv(plain.name, plain.weight, scope.vector("bias", Init.ZEROS, out), window);
  }

  /** An attention's: PyTorch's initialisation. */
  public static Conv of(Scope scope, int in, int out, Window window, boolean biased) {
    long inputs = in / window.groups();
    Parameter weight =
        scope.weight("weight", Init.uniform(), out, inputs, window.height(), window.width());
    long fan = inputs * window.height() * window.width();
    Parameter bias = biased ? scope.vector("bias", Init.uniform(fan), out) : null;
    return new Conv(scope.path(), weight, bias, window);
  }

  @Override
  public Dims trace(Dims in, Sheet sheet) {
    int channels = weight.shape().sizes().get(0).intValue();
    Dims out = window.over(in, channels);
    long params = weight.size() + (bias == null ? 0 : bias.size());
    Cost cost = new Cost(params, 0, weight.size() * out.pixels(), out.size(), 0);
    return sheet.add(new Line(name, "conv", in, out, cost));
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) {
    NDArray shift = bias == null ? null : pass.get(bias);
    return Ops.conv2d(
        x,
        pass.get(weight),
        shift,
        window.strides(),
        window.padding(),
        window.dilations(),
        window.groups());
  }
}
