package io.squeezelab.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where parameters lie, and what may be done to all of them at once. */
@Tag("engine")
class WeightsTest {
  private final Parameters parameters = new Parameters();
  private final Parameter kernel =
      parameters.scope().in("conv").weight("weight", Init.he(), 3, 2, 3, 3);
  private final Parameter bias = parameters.scope().in("conv").vector("bias", Init.ONES, 3);
  private final Parameter mean = parameters.scope().in("bn").buffer("running_mean", 4, 5);

  @BeforeAll
  static void start() {
    Torch.start(Hardware.CPU, 1);
  }

  /** 54 numbers, then 3 from the next multiple of 16 on. */
  @Test
  void eachParameterStartsAtACacheLine() {
    try (Weights weights = new Weights(parameters, Hardware.CPU, 0)) {
      assertEquals(0, weights.trained().offset(kernel));
      assertEquals(64, weights.trained().offset(bias));
      assertEquals(80, weights.trained().length());
    }
  }

  @Test
  void aPassSeesEachParameterInItsShape() {
    try (Weights weights = new Weights(parameters, Hardware.CPU, 0);
        NDManager step = weights.manager().newSubManager()) {
      Pass pass = weights.evaluating(step);
      Map<String, float[]> copy = weights.copy();
      for (Parameter p : new Parameter[] {kernel, bias, mean}) {
        assertArrayEquals(p.shape().toArray(), pass.get(p).getShape().getShape());
        assertArrayEquals(copy.get(p.name()), pass.get(p).toFloatArray());
      }
      assertArrayEquals(new float[] {4, 4, 4, 4, 4}, copy.get("bn.running_mean"));
    }
  }

  @Test
  void loadingSomeLeavesTheOthersAndIsSeenByPassesUnderWay() {
    try (Weights weights = new Weights(parameters, Hardware.CPU, 0);
        NDManager step = weights.manager().newSubManager()) {
      Pass before = weights.evaluating(step);
      float[] kept = weights.copy().get("conv.weight");
      weights.load(
          Map.of(
              "conv.bias", new float[] {1, 2, 3}, "bn.running_mean", new float[] {5, 4, 3, 2, 1}));
      assertArrayEquals(new float[] {1, 2, 3}, before.get(bias).toFloatArray());
      assertArrayEquals(new float[] {5, 4, 3, 2, 1}, before.get(mean).toFloatArray());
      assertArrayEquals(kept, weights.copy().get("conv.weight"));
    }
  }

  @Test
  void loadingTheWrongNumberOfNumbersIsRefusedByName() {
    try (Weights weights = new Weights(parameters, Hardware.CPU, 0)) {
      Map<String, float[]> wrong = Map.of("conv.bias", new float[2]);
      IllegalArgumentException refused =
          assertThrows(IllegalArgumentException.class, () -> weights.load(wrong));
      assertEquals("conv.bias has 3 numbers, is given 2", refused.getMessage());
    }
  }

  @Test
  void initialValuesDependOnSeedAndNameAlone() {
    Parameters more = new Parameters();
    more.scope().in("other").weight("weight", Init.he(), 7, 7);
    more.scope().in("conv").weight("weight", Init.he(), 3, 2, 3, 3);
    try (Weights weights = new Weights(parameters, Hardware.CPU, 3);
        Weights others = new Weights(more, Hardware.CPU, 3);
        Weights reseeded = new Weights(parameters, Hardware.CPU, 4)) {
      float[] numbers = weights.copy().get("conv.weight");
      assertArrayEquals(numbers, others.copy().get("conv.weight"));
      assertFalse(Arrays.equals(numbers, reseeded.copy().get("conv.weight")));
    }
  }

  @Test
  void aNetworkWithoutParametersOrBuffersHasWeightsToo() {
    try (Weights weights = new Weights(new Parameters(), Hardware.CPU, 0);
        NDManager step = weights.manager().newSubManager()) {
      assertFalse(weights.evaluating(step).training());
      assertEquals(Map.of(), weights.copy());
    }
  }
}
