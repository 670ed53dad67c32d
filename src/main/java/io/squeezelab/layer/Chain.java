package io.squeezelab.layer;

import ai.djl.ndarray.NDArray;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Pass;
import java.util.List;

/**
 * Layers one after another. What one hands to the next is closed at once: the graph of the gradient
 * keeps what it needs, and the rest of the memory is free for the next layer while it is still in
 * the cache.
 */
public record Chain(List<Layer> layers) implements Layer {
  public Chain {
    layers = layers.stream().filter(layer -> layer != IDENTITY).toList();
  }

  public static Layer of(Layer... layers) {
    return new Chain(List.of(layers));
  }

  @Override
  public Dims trace(Dims in, Sheet sheet) {
    Dims dims = in;
    for (Layer layer : layers) {
      dims = layer.trace(dims, sheet);
    }
    return dims;
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) {
    NDArray current = x;
    for (Layer layer : layers) {
      NDArray next = layer.forward(pass, current);
      if (current != x && current != next) {
        current.close();
      }
      current = next;
    }
    return current;
  }
}
