package io.squeezelab.attention.excite;

import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Activation;
import io.squeezelab.layer.Chain;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Norm;

/** Where a chain of convolutions normalises. */
public enum NormAt {
  /** After each one but the last. */
  EACH,
  /** After the last one only. */
  END;

  void check(Norm norm) {
    if (this == END) {
      Plane.check(norm);
    }
  }

  Layer stage(Scope scope, Layer conv, Norm norm, int channels, Activation activation) {
    Layer after = this == EACH ? norm.block(scope.in("norm"), channels) : Layer.IDENTITY;
    return Chain.of(conv, after, activation);
  }

  Layer atEnd(Scope scope, Norm norm, int channels) {
    return this == END ? norm.block(scope.in("norm"), channels) : Layer.IDENTITY;
  }
}
