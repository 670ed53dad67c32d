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
import io.squeezelab.spec.Problem;
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
    Dims logits = squeeze.keep().of(map);
    Layer squeezing = part("squeeze", () -> squeeze.block(scope.in("squeeze"), map));
    Layer exciting =
        part(
            "excite",
            () -> excite.block(scope.in("excite"), squeeze.keep(), logits, squeeze.statistics()));
    return new Module(squeezing, exciting, gate, apply.block(scope.in("apply"), map));
  }

  private static Layer part(String name, java.util.function.Supplier<Layer> build) {
    try {
      return build.get();
    } catch (Problem problem) {
      throw problem.under(name);
    }
  }

  private record Module(Layer squeeze, Layer excite, Gate gate, Join apply) implements Layer {
    @Override
    public Dims trace(Dims in, Sheet sheet) {
      excite.trace(squeeze.trace(in, sheet), sheet);
      return apply.trace(in, sheet);
    }

    @Override
    public NDArray forward(Pass pass, NDArray x) { // (N, C, H, W)
      NDArray descriptor = squeeze.forward(pass, x); // (N, S·C', H', W')
      NDArray logits = excite.forward(pass, descriptor); // (N, C', H', W')
      NDArray weights = gate.of(pass, logits); // (N, C', H', W')
      NDArray y = apply.forward(pass, List.of(x, weights)); // (N, C, H, W)
      for (NDArray part : List.of(descriptor, logits, weights)) {
        if (part != x && part != y) { // a part may hand on what it was given
          part.close();
        }
      }
      return y;
    }
  }
}
