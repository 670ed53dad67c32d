package io.squeezelab.layer;

import ai.djl.ndarray.NDArray;
import io.squeezelab.cost.Cost;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Line;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;

/** Mean of each channel before a classifier: (N, C, H, W) → (N, C, 1, 1). */
public record GlobalMean(String name) implements Layer {

  @Override
  public Dims trace(Dims in, Sheet sheet) {
    return sheet.add(new Line(name, "mean-pool", in, new Dims(in.channels(), 1, 1), Cost.FREE));
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) {
    return Ops.globalMean(x);
  }
}
