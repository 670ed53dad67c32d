package io.squeezelab.layer;

import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;

/** A non-linearity between two layers, element by element: any shape → the same. */
public sealed interface Activation extends Layer
    permits Relu, Relu6, Silu, HardSwish, Gelu, Linear, Activation.Custom {

  @Override
  default Dims trace(Dims in, Sheet sheet) {
    return in;
  }

  /** For activations from other jars and notebook cells; see {@link io.squeezelab.spec.Family}. */
  non-sealed interface Custom extends Activation {}
}
