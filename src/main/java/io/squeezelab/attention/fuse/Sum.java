package io.squeezelab.attention.fuse;

import ai.djl.ndarray.NDArray;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Join;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.From;
import java.util.List;

/**
 * Adds the maps, none weighted: what a residual block does, and the control for every fusion that
 * weighs them. Nothing to learn.
 */
@From("this project")
public record Sum() implements Fuse {
  @Override
  public Join block(Scope scope, Dims map, int inputs) {
    several(inputs);
    return new Addition();
  }

  /** Refuses a sole map that nothing weighs: a fusion would hand it on as it came. */
  static void several(int maps) {
    Check.that(maps > 1, "", "nothing is fused: one map, and nothing weighs it");
  }

  private record Addition() implements Join {
    @Override
    public Dims trace(Dims in, Sheet sheet) {
      return in;
    }

    @Override
    public NDArray forward(Pass pass, List<NDArray> inputs) {
      return Combine.SUM.of(inputs);
    }
  }
}
