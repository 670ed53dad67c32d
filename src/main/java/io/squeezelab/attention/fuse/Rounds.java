package io.squeezelab.attention.fuse;

import ai.djl.ndarray.NDArray;
import io.squeezelab.attention.gate.Gate;
import io.squeezelab.cost.Cost;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Line;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;
import io.squeezelab.layer.Join;
import io.squeezelab.layer.Layer;
import java.util.List;

/**
 * The passes of a {@link Blend}.
 *
 * @param logits of each round: from (N, C, H, W) to what broadcasts against it
 */
record Rounds(String place, List<Layer> logits, Gate gate, double factor) implements Join {

  @Override
  public Dims trace(Dims in, Sheet sheet) {
    for (Layer round : logits) {
      round.trace(in, sheet);
      sheet.add(new Line(place, "blend", in, in, Cost.ofReads(2 * in.size())));
    }
    return in;
  }

  @Override
  public NDArray forward(Pass pass, List<NDArray> maps) {
    NDArray blend = Ops.add(maps.get(0), maps.get(1));
    try (NDArray apart = Ops.sub(maps.get(0), maps.get(1))) {
      for (Layer round : logits) {
        NDArray next = blended(pass, round, blend, apart, maps.get(1));
        blend.close();
        blend = next;
      }
    }
    return factor == 1 ? blend : scaled(pass, blend);
  }

  /** y + g·(x - y), which is g·x + (1 - g)·y. */
  private NDArray blended(Pass pass, Layer round, NDArray merged, NDArray apart, NDArray y) {
    try (NDArray found = round.forward(pass, merged);
        NDArray weights = gate.of(pass, found)) {
      pass.observe(place, weights);
      return Ops.addInto(Ops.mul(apart, weights), y);
    }
  }

  private NDArray scaled(Pass pass, NDArray blend) {
    try (blend) {
      return Ops.mul(blend, pass.constant(factor));
    }
  }
}
