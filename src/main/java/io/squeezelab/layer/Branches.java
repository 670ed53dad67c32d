package io.squeezelab.layer;

import ai.djl.ndarray.NDArray;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Shapes;
import io.squeezelab.spec.Check;
import java.util.ArrayList;
import java.util.List;

/**
 * Layers side by side, whose channels are put one behind the other: (N, C, H, W) → (N, K₁ + K₂ + …,
 * H', W').
 */
public record Branches(List<Layer> branches) implements Layer {
  public Branches {
    branches = List.copyOf(branches);
  }

  public static Layer of(Layer... branches) {
    return new Branches(List.of(branches));
  }

  @Override
  public Dims trace(Dims in, Sheet sheet) {
    List<Dims> outs = branches.stream().map(branch -> branch.trace(in, sheet)).toList();
    Dims first = outs.get(0);
    for (Dims out : outs) {
      boolean fits = out.height() == first.height() && out.width() == first.width();
      Check.that(fits, "", "branches give " + first + " and " + out + ": sizes must be equal");
    }
    return first.channels(outs.stream().mapToInt(Dims::channels).sum());
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) {
    List<NDArray> outs = new ArrayList<>();
    branches.forEach(branch -> outs.add(branch.forward(pass, x)));
    NDArray all = Shapes.concat(1, outs);
    outs.stream().filter(out -> out != x).forEach(NDArray::close);
    return all;
  }
}
