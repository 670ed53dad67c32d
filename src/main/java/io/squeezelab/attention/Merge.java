package io.squeezelab.attention;

import ai.djl.ndarray.NDArray;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Maths;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;
import io.squeezelab.layer.Layer;
import java.util.List;
import java.util.function.BinaryOperator;

/** Makes one array of several, element by element; they broadcast against each other. */
public enum Merge {
  SUM(Ops::add),
  /** The sum, divided by how many there are. */
  MEAN(Ops::add),
  /** The largest; equal ones share the gradient. */
  MAX(Maths::maximum),
  PRODUCT(Ops::mul);

  private final BinaryOperator<NDArray> pair;

  Merge(BinaryOperator<NDArray> pair) {
    this.pair = pair;
  }

  /** A layer whose output is the merged outputs of others, all on the same map. */
  public Layer of(List<Layer> layers) {
    return layers.size() == 1 ? layers.get(0) : new Merged(layers, this);
  }

  private record Merged(List<Layer> layers, Merge merge) implements Layer {
    @Override
    public Dims trace(Dims in, Sheet sheet) {
      Dims all = new Dims(1, 1, 1);
      for (Layer layer : layers) {
        Dims out = layer.trace(in, sheet);
        all =
            new Dims(
                Math.max(all.channels(), out.channels()),
                Math.max(all.height(), out.height()),
                Math.max(all.width(), out.width()));
      }
      return all;
    }

    @Override
    public NDArray forward(Pass pass, NDArray x) {
      NDArray merged = layers.get(0).forward(pass, x);
      for (Layer layer : layers.subList(1, layers.size())) {
        NDArray other = layer.forward(pass, x);
        NDArray both = merge.pair.apply(merged, other);
        for (NDArray part : List.of(merged, other)) {
          if (part != x) {
            part.close();
          }
        }
        merged = both;
      }
      return merge == MEAN ? mean(pass, merged) : merged;
    }

    private NDArray mean(Pass pass, NDArray sum) {
      try (sum) {
        return Ops.mul(sum, pass.constant(1.0 / layers.size()));
      }
    }
  }
}
