package io.squeezelab.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the project takes for granted about the engine: a failure here means that it changed. */
@Tag("engine")
class EngineTest {
  @BeforeAll
  static void start() {
    Torch.start(Hardware.CPU, 1);
  }

  private static <T> T onNewThread(Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    new Thread(task).start();
    return task.get();
  }

  @Test
  void aThreadRecordsNoGradientsAfterStart() throws Exception {
    assertFalse(
        onNewThread(
            () -> {
              Torch.start(Hardware.CPU, 1);
              return JniUtils.isGradMode();
            }));
  }

  /** Why every thread must start the engine, running or not. */
  @Test
  void aThreadRecordsGradientsUntilThen() throws Exception {
    assertTrue(onNewThread(JniUtils::isGradMode));
  }

  @Test
  void recordingEndsWithTheComputationEvenIfItFails() {
    assertTrue(Torch.recording(JniUtils::isGradMode));
    assertFalse(JniUtils.isGradMode());
    assertThrows(
        IllegalStateException.class,
        () ->
            Torch.recording(
                () -> {
                  throw new IllegalStateException();
                }));
    assertFalse(JniUtils.isGradMode());
  }

  /** 1, 3 and running 0, 1: mean 2, unbiased variance 2, a tenth of the way. */
  @Test
  void batchNormsMomentumIsTheShareOfTheNew() {
    try (NDManager m = Torch.manager(Hardware.CPU)) {
      NDArray x = m.create(new float[] {1, 3}, new Shape(2, 1, 1, 1));
      NDArray mean = m.zeros(new Shape(1));
      NDArray variance = m.ones(new Shape(1));
      NDArray one = m.ones(new Shape(1));
      NDArray zero = m.zeros(new Shape(1));
      NDArray y = Ops.batchNorm(x, mean, variance, one, zero, true, 0.1, 0);
      assertArrayEquals(new float[] {-1, 1}, y.toFloatArray(), 1e-6f);
      assertEquals(0.2f, mean.getFloat(), 1e-6f);
      assertEquals(1.1f, variance.getFloat(), 1e-6f);
      NDArray still = Ops.batchNorm(x, mean, variance, one, zero, false, 0.1, 0);
      assertEquals(0.8 / Math.sqrt(1.1), still.getFloat(0), 1e-6);
      assertEquals(0.2f, mean.getFloat(), 1e-6f);
    }
  }

  @Test
  void eachGradientIsFreshAndNoneAddsToTheOneBefore() {
    Parameters parameters = new Parameters();
    parameters.scope().weight("w", Init.ONES, 2, 1);
    try (Weights weights = new Weights(parameters, Hardware.CPU, 0)) {
      for (int i = 0; i < 3; i++) {
        try (NDManager step = weights.manager().newSubManager()) {
          NDArray leaf = weights.leaf(step);
          NDArray sum = Torch.recording(() -> leaf.square().sum());
          Torch.backward(sum, weights.one());
          assertEquals(2, leaf.getGradient().getFloat(0));
        }
      }
    }
  }

  /** One operand is one, whoever else asks for the same number; none is freed before its user. */
  @Test
  void constantsOutliveGarbage() {
    try (NDManager m = Torch.manager(Hardware.CPU)) {
      Constants constants = new Constants(m);
      NDArray sixth = constants.of(1.0 / 6);
      Garbage.collect();
      assertEquals((float) (1.0 / 6), sixth.getFloat());
      assertEquals(sixth, constants.of(1.0 / 6));
    }
  }

  /** The shapes in which single operations are used here, by pencil. */
  @Test
  void meansAndMaximaOverAxes() {
    try (NDManager m = Torch.manager(Hardware.CPU)) {
      Pass pass = new Pass(new NDArray[0], new NDArray[0], new Constants(m), false);
      NDArray x = m.arange(24f).reshape(1, 2, 3, 4);
      assertArrayEquals(new float[] {11.5f}, Ops.mean(pass, x, new int[] {1, 2, 3}).toFloatArray());
      assertArrayEquals(
          new float[] {10, 11, 12, 13}, Ops.mean(pass, x, new int[] {1, 2}).toFloatArray(), 1e-5f);
      assertArrayEquals(
          new float[] {7.5f, 11.5f, 15.5f}, Ops.mean(pass, x, new int[] {1, 3}).toFloatArray());
      assertArrayEquals(new float[] {20, 21, 22, 23}, Ops.max(x, new int[] {1, 2}).toFloatArray());
      assertEquals(new Shape(1, 1, 3, 1), Ops.max(x, new int[] {1, 3}).getShape());
    }
  }

  /** (N, K) = 2 x 3 and labels 2, 0. */
  @Test
  void picksOneNumberOfEachRow() {
    try (NDManager m = Torch.manager(Hardware.CPU)) {
      NDArray rows = m.create(new float[] {1, 2, 3, 4, 5, 6}, new Shape(2, 3));
      NDArray picked = Ops.pick(rows, m.create(new long[] {2, 0}));
      assertArrayEquals(new float[] {3, 4}, picked.toFloatArray());
    }
  }
}
