package io.squeezelab.attention;

import ai.djl.ndarray.NDArray;
import io.squeezelab.attention.apply.Apply;
import io.squeezelab.attention.excite.Excite;
import io.squeezelab.attention.gate.Gate;
import io.squeezelab.attention.squeeze.Squeeze;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Join;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Default;
import java.util.List;

/**
 * The sentence itself: squeeze the map to a descriptor, excite it to logits, gate them to weights,
 * apply these to the map. (N, C, H, W) → (N, C, H, W); parameters under {@code squeeze}, {@code
 * excite} and {@code apply}.
 */
public record SqueezeExcite(
    @Default("avg") Squeeze squeeze,
    @Default("bottleneck") Excite excite,
    @Default("sigmoid") Gate gate,
    @Default("scale") Apply apply)
    implements Attention {

  @Override
  public Layer block(Scope scope, Dims map) {
    Layer logits = new Branch(squeeze, excite).block(scope, map);
    return weighing(scope, map, squeeze.keep(), logits, gate, apply);
  }

  /** The second half: logits are gated, spread over the map, and applied to it. */
  static Layer weighing(Scope scope, Dims map, Keep keep, Layer logits, Gate gate, Apply apply) {
    Dims weights = logits.trace(map, new Sheet());
    Branch.part("gate", () -> gate.fits(weights));
    Layer spread = Branch.part("excite", () -> Spread.of(keep, weights, map));
    return new Module(scope.path(), logits, gate, spread, apply.block(scope.in("apply"), map));
  }

  private record Module(String place, Layer logits, Gate gate, Layer spread, Join apply)
      implements Layer {
    @Override
    public Dims trace(Dims in, Sheet sheet) {
      logits.trace(in, sheet);
      return apply.trace(in, sheet);
    }

    @Override
    public NDArray forward(Pass pass, NDArray x) { // (N, C, H, W)
      NDArray found = logits.forward(pass, x); // (N, C', H', W')
      NDArray gated = gate.of(pass, found); // (N, C', H', W')
      pass.observe(place, gated);
      NDArray weights = spread.forward(pass, gated); // broadcasts against x
      NDArray y = apply.forward(pass, List.of(x, weights)); // (N, C, H, W)
      for (NDArray part : List.of(found, gated, weights)) {
        if (part != x && part != y) { // a part may hand on what it was given
          part.close();
        }
      }
      return y;
    }
  }
}
