package io.squeezelab.attention;

import ai.djl.ndarray.NDArray;
import io.squeezelab.attention.excite.Excite;
import io.squeezelab.attention.squeeze.Squeeze;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Scope;
import io.squeezelab.engine.Shapes;
import io.squeezelab.layer.Chain;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.Problem;
import java.util.function.Supplier;

/**
 * The first half of an attention, up to its logits: squeeze, then excite. (N, C, H, W) → (N, C',
 * H', W'); parameters under {@code squeeze} and {@code excite}.
 */
public record Branch(@Default("avg") Squeeze squeeze, @Default("bottleneck") Excite excite) {

  public Layer block(Scope scope, Dims map) {
    Layer squeezing = part("squeeze", () -> squeeze.block(scope.in("squeeze"), map));
    return new Logits(squeezing, exciting(scope, map));
  }

  /** The excitation alone: from the squeeze's descriptor to logits. */
  Layer exciting(Scope scope, Dims map) {
    Descriptor all = part("squeeze", () -> squeeze.descriptor(map));
    int times = squeeze.apart() ? all.statistics() : 1;
    Dims one = all.shape().channels(all.shape().channels() / times);
    Descriptor each = new Descriptor(all.keep(), map, one, all.statistics() / times);
    Layer exciting = part("excite", () -> excite.block(scope.in("excite"), each));
    return times == 1 ? exciting : new Apart(exciting, times);
  }

  /**
   * Logits that broadcast against the map, to be added to others': those of groups or
   * neighbourhoods are given to all that they stand for.
   */
  public Layer spread(Scope scope, Dims map) {
    if (squeeze.keep() == Keep.CROSS) {
      String why = "weights of a height and a width profile are multiplied, their logits are not";
      throw new Problem("squeeze", why + ": keep cross is for squeeze-excite");
    }
    Layer logits = block(scope, map);
    Dims found = logits.trace(map, new Sheet());
    return Chain.of(logits, part("excite", () -> Spread.of(squeeze.keep(), found, map)));
  }

  static <T> T part(String name, Supplier<T> build) {
    try {
      return build.get();
    } catch (Problem problem) {
      throw problem.under(name);
    }
  }

  static void part(String name, Runnable check) {
    part(
        name,
        () -> {
          check.run();
          return null;
        });
  }

  private record Logits(Layer squeeze, Layer excite) implements Layer {
    @Override
    public Dims trace(Dims in, Sheet sheet) {
      return excite.trace(squeeze.trace(in, sheet), sheet);
    }

    @Override
    public NDArray forward(Pass pass, NDArray x) { // (N, C, H, W)
      NDArray descriptor = squeeze.forward(pass, x); // (N, S·C', H', W')
      NDArray logits = excite.forward(pass, descriptor); // (N, C', H', W')
      if (descriptor != x && descriptor != logits) {
        descriptor.close();
      }
      return logits;
    }
  }

  /** Each statistic through the same excitation; their logits are added. */
  private record Apart(Layer inner, int times) implements Layer {
    @Override
    public Dims trace(Dims in, Sheet sheet) {
      Dims out = in;
      for (int i = 0; i < times; i++) {
        out = inner.trace(in.channels(in.channels() / times), sheet);
      }
      return out;
    }

    @Override
    public NDArray forward(Pass pass, NDArray x) {
      long each = x.getShape().get(1) / times;
      NDArray sum = null;
      for (int i = 0; i < times; i++) {
        NDArray statistic = Shapes.narrow(x, 1, i * each, (i + 1) * each);
        NDArray logits = inner.forward(pass, statistic);
        if (statistic != logits) {
          statistic.close();
        }
        sum = sum == null ? logits : both(sum, logits);
      }
      return sum;
    }

    private static NDArray both(NDArray one, NDArray other) {
      try (one;
          other) {
        return Ops.add(one, other);
      }
    }
  }
}
