package io.squeezelab.backbone;

import io.squeezelab.cost.Cost;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Parameters;
import io.squeezelab.layer.Layer;

/**
 * A whole classifier, described: (N, C, H, W) → (N, classes). It has no numbers and needs no
 * engine.
 */
public record Network(Parameters parameters, Layer layers, Dims input, int classes) {

  /** What one image costs, layer by layer. */
  public Sheet sheet() {
    Sheet sheet = new Sheet();
    layers.trace(input, sheet);
    return sheet;
  }

  public Cost cost() {
    return sheet().total();
  }
}
