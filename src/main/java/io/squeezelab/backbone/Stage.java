package io.squeezelab.backbone;

import ai.djl.ndarray.NDArray;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Pass;
import io.squeezelab.layer.Chain;
import io.squeezelab.layer.Layer;
import java.util.List;

/**
 * Layers that make one stage of a network, so that costs can be told by stage.
 *
 * @param number from 1
 */
record Stage(int number, Layer layers) implements Layer {

  static Stage of(int number, List<Layer> layers) {
    return new Stage(number, new Chain(layers));
  }

  @Override
  public Dims trace(Dims in, Sheet sheet) {
    return sheet.within(number, () -> layers.trace(in, sheet));
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) {
    return layers.forward(pass, x);
  }
}
