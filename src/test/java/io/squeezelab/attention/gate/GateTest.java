package io.squeezelab.attention.gate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.squeezelab.attention.Attention;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Parameters;
import io.squeezelab.engine.Pass;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Probe;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Problem;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Gates whose weights a reader can check in the head or with a pocket calculator. */
@Tag("engine")
class GateTest {
  private static final float LN3 = (float) Math.log(3);

  private static float[] gated(
      float[] logits, BiFunction<Pass, NDArray, NDArray> gate, long... shape) {
    try (Probe probe = new Probe(new Parameters(), Layer.IDENTITY, 0);
        NDManager step = probe.weights().manager().newSubManager()) {
      NDArray array = step.create(logits, new Shape(shape));
      return gate.apply(probe.weights().evaluating(step), array).toFloatArray();
    }
  }

  private static Gate gate(String text) {
    return Bind.inline(Gate.class, text);
  }

  /** At -4, -1, 0 and 2. */
  @ParameterizedTest
  @CsvSource({
    "one-plus-tanh, 0.0006707, 0.23840584, 1, 1.96402758",
    "two-sigmoid, 0.03597242, 0.53788284, 1, 1.76159416",
    "elu-plus-one, 0.01831564, 0.36787944, 1, 3",
    "identity, -4, -1, 0, 2"
  })
  void weighsEachLogitAlone(String gate, float a, float b, float c, float d) {
    float[] found = gated(new float[] {-4, -1, 0, 2}, gate(gate)::of, 1, 4, 1, 1);
    assertArrayEquals(new float[] {a, b, c, d}, found, 1e-6f);
  }

  /** e^ln 3 = 3 against e^0 = 1; equal logits share equally. */
  @Test
  void softmaxMakesChannelsOrPositionsCompete() {
    float[] logits = {0, LN3, LN3, LN3}; // two channels of two positions
    float[] channels = gated(logits, gate("softmax")::of, 1, 2, 1, 2);
    assertArrayEquals(new float[] {.25f, .5f, .75f, .5f}, channels, 1e-6f);
    float[] positions = gated(logits, gate("{type: softmax, axis: positions}")::of, 1, 2, 1, 2);
    assertArrayEquals(new float[] {.25f, .75f, .5f, .5f}, positions, 1e-6f);
  }

  @Test
  void softmaxMakesTheInputsOfAFusionCompete() {
    float[] logits = {0, LN3, LN3, LN3}; // two inputs of two channels
    float[] weights = gated(logits, gate("softmax")::across, 1, 2, 2, 1, 1);
    assertArrayEquals(new float[] {.25f, .5f, .75f, .5f}, weights, 1e-6f);
    float[] alone = gated(logits, gate("sigmoid")::across, 1, 2, 2, 1, 1);
    assertArrayEquals(new float[] {.5f, .75f, .75f, .75f}, alone, 1e-6f);
  }

  @Test
  void oneLogitHasNothingToCompeteWith() {
    assertEquals(
        "softmax over positions has one logit there: every weight would be 1",
        refusal("{gate: {type: softmax, axis: positions}}"));
    assertEquals(
        "softmax over channels has one logit there: every weight would be 1",
        refusal("{squeeze: {type: avg, keep: spatial}, excite: identity, gate: softmax}"));
  }

  private static String refusal(String attention) {
    Attention module = Bind.inline(Attention.class, attention);
    Problem refused =
        assertThrows(
            Problem.class, () -> module.block(new Parameters().scope(), new Dims(32, 4, 4)));
    assertEquals("gate", refused.path());
    return refused.getMessage();
  }
}
