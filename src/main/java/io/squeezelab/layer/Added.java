package io.squeezelab.layer;

import ai.djl.ndarray.NDArray;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;
import java.util.List;

/**
 * What several layers make of one map, added; where one makes fewer positions or channels than the
 * first, its numbers count for all. (N, C, H, W) → what the first one makes of it.
 *
 * @param layers that do not hand on their input
 */
public record Added(List<Layer> layers) implements Layer {
  @Override
  public Dims trace(Dims in, Sheet sheet) {
    return layers.stream().map(layer -> layer.trace(in, sheet)).toList().get(0);
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) {
    NDArray sum = layers.get(0).forward(pass, x);
    for (Layer layer : layers.subList(1, layers.size())) {
      try (NDArray before = sum;
          NDArray next = layer.forward(pass, x)) {
        sum = Ops.add(before, next);
      }
    }
    return sum;
  }
}
