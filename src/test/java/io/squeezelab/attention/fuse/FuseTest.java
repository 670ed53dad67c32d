package io.squeezelab.attention.fuse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Parameters;
import io.squeezelab.engine.Pass;
import io.squeezelab.layer.Join;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Probe;
import io.squeezelab.layer.Probe.Numbers;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Trees;
import io.squeezelab.spec.Walk;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every fusion promises: one map of the inputs' shape, and right gradients. */
@Tag("engine")
class FuseTest {
  private static final Dims MAP = new Dims(16, 3, 5);

  static Stream<Named<Fuse>> fusions() {
    return Walk.members(Fuse.class).stream()
        .map((JsonNode tree) -> Named.of(Trees.print(tree), Bind.read(Fuse.class, tree)));
  }

  /** Fuses x, sigmoid(x) and x². */
  private record Three(Join join) implements Layer {
    @Override
    public Dims trace(Dims in, Sheet sheet) {
      return join.trace(in, sheet);
    }

    @Override
    public NDArray forward(Pass pass, NDArray x) {
      return join.forward(pass, List.of(x, Ops.sigmoid(x), Ops.square(x)));
    }
  }

  private static Probe probe(Fuse fuse, Dims map) {
    Parameters parameters = new Parameters();
    return new Probe(parameters, new Three(fuse.block(parameters.scope(), map, 3)), 1);
  }

  @ParameterizedTest
  @MethodSource("fusions")
  void makesOneMapWithRightGradients(Fuse fuse) {
    try (Probe probe = probe(fuse, MAP).stirred(2).collecting()) {
      Numbers x = Numbers.normal(3, 1, 2, 16, 3, 5);
      assertArrayEquals(x.shape(), probe.evaluate(x).shape());
      double[][] slopes = probe.differences(x, 4, true, 40);
      Probe.Gradients gradients = probe.gradients(x, 4, true);
      for (int i = 0; i < slopes[0].length; i++) {
        if (!Double.isNaN(slopes[0][i])) {
          assertEquals(slopes[0][i], gradients.ofX()[i], 1e-4);
        }
      }
    }
  }

  /** -1 + 0.26894 + 1 and 2 + 0.88080 + 4. */
  @Test
  void sumAdds() {
    try (Probe probe = probe(new Sum(), new Dims(2, 1, 1))) {
      float[] y = probe.evaluate(new Numbers(new float[] {-1, 2}, 1, 2, 1, 1)).values();
      assertArrayEquals(new float[] {.26894142f, 6.8807971f}, y, 1e-6f);
    }
  }
}
