package io.squeezelab.attention.fuse;

import ai.djl.ndarray.NDArray;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Pass;
import io.squeezelab.layer.Layer;
import java.util.Collections;

/** Several layers of one array, their results joined along the channels. */
record SideBySide(EachOwn each) implements Layer {
  @Override
  public Dims trace(Dims in, Sheet sheet) {
    return each.trace(in, sheet);
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) {
    return each.forward(pass, Collections.nCopies(each.layers().size(), x));
  }
}
