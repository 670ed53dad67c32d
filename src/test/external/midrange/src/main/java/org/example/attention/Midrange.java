package org.example.attention;

import ai.djl.ndarray.NDArray;
import io.squeezelab.attention.Keep;
import io.squeezelab.attention.squeeze.Squeeze;
import io.squeezelab.cost.Cost;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Line;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;

/**
 * Halfway between the smallest and the largest number over the axes that go: (N, C, H, W) → the
 * kept axes. Nothing to learn; reads the map twice.
 */
@From("this example")
public record Midrange(@Default("channel") Keep keep) implements Squeeze.Custom {

  /** What a service loader asks for; files always give every component. */
  public Midrange() {
    this(Keep.CHANNEL);
  }

  @Override
  public Layer block(Scope scope, Dims map) {
    return new Middle(scope.path(), keep);
  }

  private record Middle(String name, Keep keep) implements Layer {
    @Override
    public Dims trace(Dims in, Sheet sheet) {
      return sheet.add(new Line(name, "midrange", in, keep.of(in), Cost.ofReads(2 * in.size())));
    }

    @Override
    public NDArray forward(Pass pass, NDArray x) { // (N, C, H, W)
      try (NDArray largest = Ops.max(x, keep.reduced()); // kept axes
          NDArray mirrored = Ops.mul(x, pass.constant(-1)); // (N, C, H, W)
          NDArray smallest = Ops.max(mirrored, keep.reduced()); // its negative, kept axes
          NDArray span = Ops.sub(largest, smallest)) { // kept axes
        return Ops.mul(span, pass.constant(0.5));
      }
    }
  }
}
