package io.squeezelab.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.squeezelab.engine.Hardware;
import io.squeezelab.engine.Init;
import io.squeezelab.engine.Parameters;
import io.squeezelab.engine.Torch;
import io.squeezelab.engine.Weights;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Bind;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Three steps with changing rates give the numbers of torch.optim, computed in float64 by
 * src/test/python/figures.py with PyTorch 2.7.1.
 */
@Tag("engine")
class OptimizerTest {
  private static final Map<String, float[]> START =
      Map.of("weight", new float[] {1, -2, 3}, "bias", new float[] {.5f, -.25f});
  private static final float[][] GRADIENTS = { // of the weight, then the bias
    {.1f, -.2f, .3f, 1, -1},
    {-.4f, .5f, .6f, .25f, .75f},
    {.7f, .8f, -.9f, -.5f, .125f},
  };
  private static final double[] RATES = {.1, .05, .2};

  @BeforeAll
  static void start() {
    Torch.start(Hardware.CPU, 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {type: sgd, momentum: 0}                                                                                | 0.87, -2.165, 3.12, 0.4875, -0.2125
          {type: sgd, momentum: 0, weight-decay: 0.1}                                                             | 0.835198, -2.095696, 3.017394, 0.4729145, -0.20557725
          {type: sgd, momentum: 0, weight-decay: 0.1, decay-norm-and-bias: false}                                 | 0.835198, -2.095696, 3.017394, 0.4875, -0.2125
          {type: sgd, momentum: 0.9}                                                                              | 0.9213, -2.2136, 2.9499, 0.2355, -0.1405
          {type: sgd, momentum: 0.9, weight-decay: 0.1}                                                           | 0.848338, -2.067976, 2.732814, 0.2043995, -0.12666975
          {type: sgd, momentum: 0.9, nesterov: true, weight-decay: 0.1, decay-norm-and-bias: false}               | 0.699471682, -2.15892636, 2.78231305, 0.24945, -0.11395
          {type: adamw, weight-decay: 0}                                                                          | 0.861757575, -2.06627868, 2.86506071, 0.298759777, -0.144515895
          {type: adamw, weight-decay: 0.1}                                                                        | 0.829037071, -1.99902447, 2.76456289, 0.284754874, -0.13843247
          {type: adamw, weight-decay: 0.1, decay-norm-and-bias: false}                                            | 0.829037071, -1.99902447, 2.76456289, 0.298759777, -0.144515895
          {type: adamw, beta1: 0.8, beta2: 0.95, eps: 0.01, weight-decay: 0.1}                                    | 0.830663333, -2.01387204, 2.7828193, 0.304895081, -0.152893319
          """)
  void movesAsPyTorchDoes(String optimizer, String expected) {
    String[] numbers = expected.split(", ");
    float[] weight = floats(numbers, 0, 3);
    float[] bias = floats(numbers, 3, 5);
    try (Weights weights = weights()) {
      Optimizer.Updater updater = Bind.inline(Optimizer.class, optimizer).start(weights, RATES);
      for (int step = 0; step < 3; step++) {
        step(weights, updater, step);
      }
      assertArrayEquals(weight, weights.copy().get("weight"), 1e-6f);
      assertArrayEquals(bias, weights.copy().get("bias"), 1e-6f);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{type: sgd, nesterov: true, weight-decay: 0.1}", "{type: adamw}", "{type: sgd}"})
  void leavesNothingBehindInAStep(String optimizer) {
    try (Weights weights = weights()) {
      Optimizer.Updater updater = Bind.inline(Optimizer.class, optimizer).start(weights, RATES);
      step(weights, updater, 0);
      int before = weights.manager().getManagedArrays().size();
      for (int i = 0; i < 100; i++) {
        step(weights, updater, i % 3);
      }
      assertEquals(before, weights.manager().getManagedArrays().size());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{type: sgd, momentum: 1}",
        "{type: sgd, momentum: 0, nesterov: true}",
        "{type: sgd, weight-decay: -1}",
        "{type: adamw, beta2: 1}",
        "{type: adamw, eps: 0}"
      })
  void refusesWhatPyTorchRefusesOrWouldDivideByZero(String optimizer) {
    assertThrows(BadInput.class, () -> Bind.inline(Optimizer.class, optimizer));
  }

  @Test
  void gapsBetweenParametersStayZero() {
    try (Weights weights = weights()) {
      Optimizer.Updater updater = Bind.inline(Optimizer.class, "adamw").start(weights, RATES);
      for (int step = 0; step < 3; step++) {
        step(weights, updater, step);
      }
      float sum = 0;
      for (float number : weights.flat().abs().toFloatArray()) {
        sum += number;
      }
      float named = 0;
      for (float[] numbers : weights.copy().values()) {
        for (float number : numbers) {
          named += Math.abs(number);
        }
      }
      assertEquals(named, sum, 1e-6f);
    }
  }

  private static Weights weights() {
    Parameters parameters = new Parameters();
    parameters.scope().weight("weight", Init.ZEROS, 3, 1);
    parameters.scope().vector("bias", Init.ZEROS, 2);
    Weights weights = new Weights(parameters, Hardware.CPU, 0);
    weights.load(START);
    return weights;
  }

  private static void step(Weights weights, Optimizer.Updater updater, int step) {
    float[] flat = new float[weights.trained().length()];
    weights
        .trained()
        .parameters()
        .forEach(
            p ->
                System.arraycopy(
                    GRADIENTS[step],
                    p.name().equals("weight") ? 0 : 3,
                    flat,
                    weights.trained().offset(p),
                    p.size()));
    try (NDManager manager = weights.manager().newSubManager();
        NDArray gradient = manager.create(flat)) {
      updater.step(step, gradient);
    }
  }

  private static float[] floats(String[] numbers, int from, int to) {
    float[] some = new float[to - from];
    for (int i = from; i < to; i++) {
      some[i - from] = Float.parseFloat(numbers[i]);
    }
    return some;
  }
}
