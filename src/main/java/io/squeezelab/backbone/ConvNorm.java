package io.squeezelab.backbone;

import io.squeezelab.engine.Init;
import io.squeezelab.engine.Parameter;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.BatchNorm;
import io.squeezelab.layer.Chain;
import io.squeezelab.layer.Conv;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Relu;
import io.squeezelab.layer.Window;

/**
 * How the convolutions of one network, each with batch norm and ReLU, are named and set.
 *
 * @param conv put behind a layer's name for its convolution's: {@code .conv}, or nothing
 * @param norm the same for its norm's: {@code .bn}
 * @param bias whether the convolutions have biases, which the norm makes needless
 * @param eps of the norms
 * @param width share of the published channels
 */
record ConvNorm(String conv, String norm, boolean bias, double eps, double width) {

  /** As torchvision and timm have it in Inception networks. */
  static ConvNorm of(double width) {
    return new ConvNorm(".conv", ".bn", false, 1e-3, width);
  }

  /** Channels of a layer that is published with so many; at least 1. */
  int channels(int published) {
    return (int) Math.max(1, Math.round(published * width));
  }

  Layer of(Scope root, String name, int in, int out, Window window) {
    return Chain.of(
        bias
            ? biased(root.in(name + conv), in, out, window)
            : Conv.of(root.in(name + conv), in, out, window),
        BatchNorm.of(root.in(name + norm), out, Init.ONES, BatchNorm.MOMENTUM, eps),
        new Relu());
  }

  /** A convolution with a bias that starts at 0. */
  static Conv biased(Scope scope, int in, int out, Window window) {
    Conv plain = Conv.of(scope, in, out, window);
    Parameter bias = scope.vector("bias", Init.ZEROS, out);
    return new Conv(plain.name(), plain.weight(), bias, window);
  }
}
