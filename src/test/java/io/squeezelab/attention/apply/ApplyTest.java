package io.squeezelab.attention.apply;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Hardware;
import io.squeezelab.engine.Parameters;
import io.squeezelab.layer.ForthAndBack;
import io.squeezelab.layer.ForthAndBack.Gradients;
import io.squeezelab.layer.ForthAndBack.Tensor;
import io.squeezelab.layer.Join;
import io.squeezelab.spec.Bind;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two channels, 1 2 and 3 4, with the weights 2 and -1. */
@Tag("engine")
class ApplyTest {
  private static final Dims MAP = new Dims(2, 1, 2);
  private static final Tensor X = new Tensor(new float[] {1, 2, 3, 4}, 1, 2, 1, 2);
  private static final Tensor WEIGHTS = new Tensor(new float[] {2, -1}, 1, 2, 1, 1);

  /** With a cotangent of ones, so that gradients are sums. */
  private static Gradients applied(String apply) {
    Parameters parameters = new Parameters();
    Join join = Bind.inline(Apply.class, apply).block(parameters.scope(), MAP);
    try (ForthAndBack module = new ForthAndBack(parameters, join, Hardware.CPU, 0)) {
      return module.back(
          List.of(X, WEIGHTS), new Tensor(new float[] {1, 1, 1, 1}, 1, 2, 1, 2), true);
    }
  }

  private static void expect(String apply, float... expected) {
    assertArrayEquals(expected, applied(apply).y().numbers());
  }

  @Test
  void scaleIsTheMapTimesItsWeights() {
    expect("scale", 2, 4, -3, -4);
  }

  @Test
  void residualScaleAddsTheMap() {
    expect("residual-scale", 3, 6, 0, 0);
  }

  @Test
  void addAddsTheWeights() {
    expect("add", 3, 4, 2, 3);
  }

  @Test
  void mixStartsWhereItsFieldsSay() {
    expect("{type: mix, alpha: 3, beta: 10}", 23, 46, -21, -28);
    expect("mix", 3, 6, 0, 0);
    expect("{type: mix, alpha: 0}", 2, 4, -3, -4);
  }

  /** dα = Σx = 10; dβ = Σx·w = 2·3 - 7 = -1. */
  @Test
  void mixLearnsBothShares() {
    Gradients gradients = applied("mix");
    assertArrayEquals(new float[] {10}, gradients.ofParameters().get("alpha"));
    assertArrayEquals(new float[] {-1}, gradients.ofParameters().get("beta"));
  }

  @Test
  void theMapIsReadOnce() {
    for (String apply : List.of("scale", "residual-scale", "add", "mix")) {
      Sheet sheet = new Sheet();
      Bind.inline(Apply.class, apply).block(new Parameters().scope(), MAP).trace(MAP, sheet);
      assertEquals(4, sheet.total().reads());
      assertEquals(apply.equals("mix") ? 2 : 0, sheet.total().params());
    }
  }
}
