package io.squeezelab.attention.fuse;

import ai.djl.ndarray.NDArray;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Pass;
import io.squeezelab.layer.Join;
import io.squeezelab.layer.Layer;
import java.util.List;

/** A layer of k maps that have been merged. */
record Merged(Combine merge, int inputs, Layer layer) implements Join {
  @Override
  public Dims trace(Dims in, Sheet sheet) {
    return layer.trace(in.channels(in.channels() * merge.parts(inputs)), sheet);
  }

  @Override
  public NDArray forward(Pass pass, List<NDArray> maps) {
    NDArray merged = merge.of(maps);
    NDArray y = layer.forward(pass, merged);
    if (inputs > 1 && y != merged) { // one map is the caller's
      merged.close();
    }
    return y;
  }
}
