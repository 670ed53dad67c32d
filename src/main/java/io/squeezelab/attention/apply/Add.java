package io.squeezelab.attention.apply;

import ai.djl.ndarray.NDArray;
import io.squeezelab.cost.Cost;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Line;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Join;
import io.squeezelab.spec.From;
import java.util.List;

/** X + w: every number of the map plus its weight. Nothing to learn; reads the map once. */
@From(value = "GCNet, equation 5", link = "https://arxiv.org/abs/1904.11492")
public record Add() implements Apply {
  @Override
  public Join block(Scope scope, Dims map) {
    return new Sum(scope.path());
  }

  private record Sum(String name) implements Join {
    @Override
    public Dims trace(Dims in, Sheet sheet) {
      return sheet.add(new Line(name, "add", in, in, Cost.ofReads(in.size())));
    }

    @Override
    public NDArray forward(Pass pass, List<NDArray> inputs) {
      return Ops.add(inputs.get(0), inputs.get(1));
    }
  }
}
