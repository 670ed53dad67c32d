package io.squeezelab.backbone;

import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Chain;
import io.squeezelab.layer.Dropout;
import io.squeezelab.layer.FullyConnected;
import io.squeezelab.layer.GridMean;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Relu;

/** The large end of a {@link Vgg}: (N, C, H, W) → (N, C, 7, 7) → (N, 4096) twice → (N, classes). */
final class VggHead {
  private static final int GRID = 7;
  private static final int HIDDEN = 4096;

  private VggHead() {}

  static Layer of(Scope scope, int channels, int classes, double dropout) {
    Dims hidden = new Dims(HIDDEN, 1, 1);
    return Chain.of(
        new GridMean("avgpool", GRID, GRID),
        FullyConnected.of(scope.in(0), new Dims(channels, GRID, GRID), HIDDEN),
        new Relu(),
        Dropout.of(dropout),
        FullyConnected.of(scope.in(3), hidden, HIDDEN),
        new Relu(),
        Dropout.of(dropout),
        FullyConnected.of(scope.in(6), hidden, classes));
  }
}
