package io.squeezelab.attention;

import ai.djl.ndarray.NDArray;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Pass;
import io.squeezelab.layer.Layer;
import java.util.List;

/** A squeeze, and what is done with its descriptor, one after another. */
record Uses(Layer squeeze, List<Layer> excites, List<Weighing> weighings) implements Layer {
  @Override
  public Dims trace(Dims in, Sheet sheet) {
    Dims descriptor = squeeze.trace(in, sheet);
    for (int i = 0; i < excites.size(); i++) {
      excites.get(i).trace(descriptor, sheet);
      weighings.get(i).trace(in, sheet);
    }
    return in;
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) { // (N, C, H, W)
    NDArray descriptor = squeeze.forward(pass, x); // (N, S·C', H', W')
    NDArray y = x;
    for (int i = 0; i < excites.size(); i++) {
      NDArray logits = excites.get(i).forward(pass, descriptor); // (N, C', H', W')
      NDArray next = weighings.get(i).forward(pass, List.of(y, logits)); // (N, C, H, W)
      Weighing.close(logits, x, descriptor, next);
      Weighing.close(y, x, descriptor, next);
      y = next;
    }
    Weighing.close(descriptor, x, y);
    return y;
  }
}
