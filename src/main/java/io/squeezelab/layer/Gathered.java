package io.squeezelab.layer;

import ai.djl.ndarray.NDArray;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Shapes;
import java.util.ArrayList;
import java.util.List;

/**
 * Layers one after another, whose input and results are all put one behind the other: (N, C, H, W)
 * → (N, C + K₁ + K₂ + …, H, W).
 *
 * @param first what the input goes through before the first of them, itself not among the results;
 *     or {@link Layer#IDENTITY}
 */
public record Gathered(Layer first, List<Layer> layers) implements Layer {
  public Gathered {
    layers = List.copyOf(layers);
  }

  @Override
  public Dims trace(Dims in, Sheet sheet) {
    Dims current = first.trace(in, sheet);
    int channels = in.channels();
    for (Layer layer : layers) {
      current = layer.trace(current, sheet);
      current.channels(in.channels()).mustBe(in);
      channels += current.channels();
    }
    return in.channels(channels);
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) {
    NDArray entering = first.forward(pass, x);
    List<NDArray> all = new ArrayList<>(List.of(x));
    NDArray current = entering;
    for (Layer layer : layers) {
      current = layer.forward(pass, current);
      all.add(current);
    }
    NDArray together = Shapes.concat(1, all);
    all.stream().filter(result -> result != x).forEach(NDArray::close);
    if (entering != x) {
      entering.close();
    }
    return together;
  }
}
