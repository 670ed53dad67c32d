package io.squeezelab.attention;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import ai.djl.ndarray.NDArray;
import io.squeezelab.attention.apply.Scale;
import io.squeezelab.attention.excite.Identity;
import io.squeezelab.attention.gate.Gate;
import io.squeezelab.attention.gate.Relu;
import io.squeezelab.attention.squeeze.Squeeze;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Parameters;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Chain;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Probe;
import io.squeezelab.layer.Probe.Numbers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Parts that hand on what they are given, as somebody's own may. */
@Tag("engine")
class CustomTest {
  record Nothing() implements Squeeze.Custom {
    @Override
    public Keep keep() {
      return Keep.ALL;
    }

    @Override
    public Layer block(Scope scope, Dims map) {
      return Layer.IDENTITY;
    }
  }

  record Open() implements Gate.Custom {
    @Override
    public NDArray of(Pass pass, NDArray logits) {
      return logits;
    }
  }

  /** x·relu(x), and then the input once more, which must still be there. */
  @Test
  void aSqueezeThatReturnsItsInputLeavesItOpen() {
    assertArrayEquals(new float[] {-1, 6}, twice(new Relu()), 0);
  }

  @Test
  void aGateThatReturnsTheLogitsLeavesTheInputOpen() {
    assertArrayEquals(new float[] {0, 6}, twice(new Open()), 0);
  }

  /** attended(x) + x. */
  private static float[] twice(Gate gate) {
    Parameters parameters = new Parameters();
    Attention attention = new SqueezeExcite(new Nothing(), new Identity(), gate, new Scale());
    Layer module = attention.block(parameters.scope(), new Dims(2, 1, 1));
    try (Probe probe = new Probe(parameters, new Twice(Chain.of(module)), 0)) {
      return probe.evaluate(new Numbers(new float[] {-1, 2}, 1, 2, 1, 1)).values();
    }
  }

  record Twice(Layer inner) implements Layer {
    @Override
    public Dims trace(Dims in, Sheet sheet) {
      return inner.trace(in, sheet);
    }

    @Override
    public NDArray forward(Pass pass, NDArray x) {
      return Ops.add(inner.forward(pass, x), x);
    }
  }
}
