package io.squeezelab.attention;

import ai.djl.ndarray.NDArray;
import io.squeezelab.attention.apply.Apply;
import io.squeezelab.attention.gate.Gate;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Join;
import io.squeezelab.layer.Layer;
import java.util.Arrays;
import java.util.List;

/**
 * The second half of an attention: logits are gated, spread over the map, and applied to it. A join
 * of the map (N, C, H, W) and its logits (N, C', H', W') → (N, C, H, W).
 *
 * @param place that the gate is observed under
 */
record Weighing(String place, Gate gate, Layer spread, Join apply) implements Join {

  /**
   * @param logits their shape
   */
  static Weighing of(Scope scope, Dims map, Keep keep, Dims logits, Gate gate, Apply apply) {
    Branch.part("gate", () -> gate.fits(logits));
    Layer spread = Branch.part("excite", () -> Spread.of(keep, logits, map));
    return new Weighing(scope.place(), gate, spread, apply.block(scope.in("apply"), map));
  }

  /** A whole module of it: the logits come from the map itself. */
  static Layer of(Scope scope, Dims map, Keep keep, Layer logits, Gate gate, Apply apply) {
    Dims found = logits.trace(map, new Sheet());
    return new Module(logits, of(scope, map, keep, found, gate, apply));
  }

  @Override
  public Dims trace(Dims in, Sheet sheet) {
    return apply.trace(in, sheet);
  }

  @Override
  public NDArray forward(Pass pass, List<NDArray> inputs) {
    NDArray x = inputs.get(0); // (N, C, H, W)
    NDArray gated = gate.of(pass, inputs.get(1)); // (N, C', H', W')
    pass.observe(place, gated);
    NDArray weights = spread.forward(pass, gated); // broadcasts against x
    NDArray y = apply.forward(pass, List.of(x, weights)); // (N, C, H, W)
    close(gated, x, inputs.get(1), y);
    close(weights, x, inputs.get(1), y);
    return y;
  }

  /** A part may hand on what it was given, which is not ours to close. */
  static void close(NDArray part, NDArray... unless) {
    if (Arrays.stream(unless).noneMatch(kept -> kept == part)) {
      part.close();
    }
  }

  private record Module(Layer logits, Weighing weighing) implements Layer {
    @Override
    public Dims trace(Dims in, Sheet sheet) {
      logits.trace(in, sheet);
      return weighing.trace(in, sheet);
    }

    @Override
    public NDArray forward(Pass pass, NDArray x) {
      NDArray found = logits.forward(pass, x);
      NDArray y = weighing.forward(pass, List.of(x, found));
      close(found, x, y);
      return y;
    }
  }
}
