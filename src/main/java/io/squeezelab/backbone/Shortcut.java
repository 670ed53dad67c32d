package io.squeezelab.backbone;

import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.BatchNorm;
import io.squeezelab.layer.Chain;
import io.squeezelab.layer.Conv;
import io.squeezelab.layer.HalfPad;
import io.squeezelab.layer.Layer;

/** What a residual unit does with its input where the shape changes (arXiv 1512.03385, 4.2). */
public enum Shortcut {
  /** No parameters: every second row and column, zero channels added. */
  A {
    @Override
    Layer changing(Scope scope, int in, int out, int stride) {
      return new HalfPad(out, stride);
    }
  },
  /** A 1x1 convolution and batch norm. */
  B {
    @Override
    Layer changing(Scope scope, int in, int out, int stride) {
      return Chain.of(
          Conv.of(scope.in("conv"), in, out, 1, stride), BatchNorm.of(scope.in("bn"), out));
    }
  };

  abstract Layer changing(Scope scope, int in, int out, int stride);

  Layer block(Scope scope, Unit unit) {
    Dims in = unit.maps().get(Position.PRE);
    Dims out = unit.maps().get(Position.STANDARD);
    int stride = in.height() == out.height() && in.width() == out.width() ? 1 : 2;
    return in.equals(out) ? Layer.IDENTITY : changing(scope, in.channels(), out.channels(), stride);
  }
}
