package io.squeezelab.engine;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import io.squeezelab.spec.BadInput;
import java.util.function.Supplier;

/**
 * The engine of this process: DJL's PyTorch, started once, without its trainer and its gradient
 * collector (which allow one trial a process and leak the optimizer's state).
 */
public final class Torch {
  private static boolean started;

  private Torch() {}

  /**
   * Starts the engine, or checks that it fits where it runs already.
   *
   * @param threads that one operation may use: part of a trial, since sums of another order round
   *     differently
   */
  public static synchronized void start(Hardware hardware, int threads) {
    if (!started) {
      System.setProperty("ai.djl.default_engine", "PyTorch");
      System.setProperty("OPT_OUT_TRACKING", "true");
      System.setProperty("ai.djl.offline", System.getProperty("ai.djl.offline", "true"));
      load();
      started = true;
    }
    String refusal = hardware.refusal(JniUtils.getFeatures());
    if (!refusal.isEmpty()) {
      throw new BadInput("device " + hardware + " cannot be used: " + refusal);
    }
    if (JniUtils.getNumThreads() != threads) {
      JniUtils.setNumThreads(threads);
    }
    hardware.settle();
    JniUtils.setGradMode(false);
  }

  private static void load() {
    try {
      Engine.getEngine("PyTorch");
    } catch (RuntimeException | LinkageError e) {
      Throwable root = e;
      while (root.getCause() != null) {
        root = root.getCause();
      }
      throw new BadInput("the PyTorch engine does not start: " + reason(root), e);
    }
  }

  private static String reason(Throwable root) {
    if (String.valueOf(root.getMessage()).contains("Offline mode")) {
      return "there is no native PyTorch library on the class path and none at"
          + " PYTORCH_LIBRARY_PATH, and with DJL_OFFLINE=true none is downloaded; see docs/gpu.md";
    }
    return root + "; see docs/gpu.md";
  }

  /** {@code PyTorch 2.7.1 (DJL 0.35.1)}. */
  public static String version() {
    return "PyTorch "
        + Engine.getEngine("PyTorch").getVersion()
        + " (DJL "
        + Engine.getDjlVersion()
        + ")";
  }

  /** Starts the engine's own generator, which dropout draws from, anew. */
  public static void seed(long seed) {
    JniUtils.setSeed(seed);
  }

  /** Threads that one operation may use now. */
  public static int threads() {
    return JniUtils.getNumThreads();
  }

  public static NDManager manager(Hardware hardware) {
    return NDManager.newBaseManager(hardware.device(), "PyTorch");
  }

  /** Runs the computation with gradients recorded; the mode belongs to the thread. */
  public static <T> T recording(Supplier<T> computation) {
    JniUtils.setGradMode(true);
    try {
      return computation.get();
    } finally {
      JniUtils.setGradMode(false);
    }
  }

  /**
   * Runs back from {@code result}, weighted with {@code cotangent} (same shape), to every leaf.
   * Inside {@link #recording} or after it.
   */
  public static void backward(NDArray result, NDArray cotangent) {
    JniUtils.backward((PtNDArray) result, (PtNDArray) cotangent, false, false);
  }
}
