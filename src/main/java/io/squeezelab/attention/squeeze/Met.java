package io.squeezelab.attention.squeeze;

import ai.djl.ndarray.NDArray;
import io.squeezelab.attention.Descriptor;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Layer;
import java.util.ArrayList;
import java.util.List;

/** Squeezes of one map side by side, and their arrays together. */
record Met(List<Layer> parts, Meeting join, Descriptor together) implements Layer {

  /** Parameters of the k-th are under {@code k}, from 0. */
  static Layer of(Scope scope, Dims map, List<Squeeze> squeezes, Meeting join, Descriptor all) {
    List<Layer> parts = new ArrayList<>();
    for (int i = 0; i < squeezes.size(); i++) {
      parts.add(squeezes.get(i).block(scope.in(i), map));
    }
    return new Met(List.copyOf(parts), join, all);
  }

  @Override
  public Dims trace(Dims in, Sheet sheet) {
    parts.forEach(part -> part.trace(in, sheet));
    return together.shape();
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) {
    List<NDArray> found = parts.stream().map(part -> part.forward(pass, x)).toList();
    NDArray met = join.of(pass, found);
    found.stream().filter(part -> part != x).forEach(NDArray::close);
    return met;
  }
}
