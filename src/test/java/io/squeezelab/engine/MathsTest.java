package io.squeezelab.engine;

import static java.lang.Float.NEGATIVE_INFINITY;
import static java.lang.Float.NaN;
import static java.lang.Float.POSITIVE_INFINITY;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Functions cut at both ends, at numbers where a sum of pieces would go wrong. */
@Tag("engine")
class MathsTest {
  private static final float[] BELOW = {NEGATIVE_INFINITY, -1e9f, -4, -0.0f};
  private static final float[] ABOVE = {6, 6.1f, 17.3f, 1e9f, POSITIVE_INFINITY};
  private static final float[] INSIDE = {1e-30f, 1e-8f, 0.1f, 1, 3.3333333f, 5.9999995f};

  private NDManager manager;

  @BeforeEach
  void start() {
    Torch.start(Hardware.CPU, 1);
    manager = Torch.manager(Hardware.CPU);
  }

  @AfterEach
  void close() {
    manager.close();
  }

  /** The function's values, and its slopes. */
  private float[][] both(BiFunction<Pass, NDArray, NDArray> function, float... numbers) {
    NDArray x = manager.create(numbers);
    x.setRequiresGradient(true);
    Pass pass = Pass.of(new NDArray[0], new NDArray[0], x, true);
    NDArray y = Torch.recording(() -> function.apply(pass, x));
    Torch.backward(y, y.onesLike());
    return new float[][] {y.toFloatArray(), x.getGradient().toFloatArray()};
  }

  private static float[] all(int count, float value) {
    float[] all = new float[count];
    Arrays.fill(all, value);
    return all;
  }

  @Test
  void relu6IsExactInsideAndCutOutside() {
    float[][] below = both(Maths::relu6, BELOW);
    assertArrayEquals(all(BELOW.length, 0), below[0], 0f);
    assertArrayEquals(all(BELOW.length, 0), below[1], 0f);
    float[][] inside = both(Maths::relu6, INSIDE);
    assertArrayEquals(INSIDE, inside[0], 0f);
    assertArrayEquals(all(INSIDE.length, 1), inside[1], 0f);
    float[][] above = both(Maths::relu6, ABOVE);
    assertArrayEquals(all(ABOVE.length, 6), above[0], 0f);
    assertArrayEquals(all(ABOVE.length, 0), above[1], 0f);
    assertArrayEquals(new float[] {NaN}, both(Maths::relu6, NaN)[0]);
  }

  @Test
  void hardSigmoidIsALineFromMinusThreeToThree() {
    float[][] ends = both(Maths::hardSigmoid, NEGATIVE_INFINITY, -1e9f, -3.1f, 3.1f, 1e9f);
    assertArrayEquals(new float[] {0, 0, 0, 1, 1}, ends[0], 0f);
    assertArrayEquals(all(5, 0), ends[1], 0f);
    float[][] most = both(Maths::hardSigmoid, POSITIVE_INFINITY);
    assertArrayEquals(new float[] {1, 0}, new float[] {most[0][0], most[1][0]}, 0f);
    float[][] line = both(Maths::hardSigmoid, -2, 0, 1.5f);
    assertArrayEquals(new float[] {1 / 6f, 0.5f, 0.75f}, line[0], 1e-7f);
    assertArrayEquals(all(3, 1 / 6f), line[1], 1e-7f);
  }

  /** What is left in the manager is the argument, the result and what the pass holds constant. */
  @Test
  void relu6LeavesItsResultAloneWithItsArgument() {
    NDManager constants = manager.newSubManager();
    NDArray other = constants.create(new float[1]);
    Pass pass = Pass.of(new NDArray[0], new NDArray[0], other, false);
    NDManager step = manager.newSubManager();
    NDArray x = step.create(new float[] {-1, 2, 8});
    NDArray y = Maths.relu6(pass, x);
    assertSame(step, y.getManager());
    assertEquals(2, step.getManagedArrays().size());
    constants.close();
    assertArrayEquals(new float[] {0, 2, 6}, y.toFloatArray());
  }
}
