package io.squeezelab.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;

/**
 * The numbers of {@link Weights} once more in double precision, in which finite differences tell a
 * wrong gradient from a rounded one. Constants stay single 0-dimensional numbers, which the engine
 * widens.
 */
public final class Doubles {
  private final Segments trained;
  private final Segments buffers;
  private final double[] numbers;
  private final double[] kept;

  public Doubles(Weights weights) {
    trained = weights.trained();
    buffers = weights.buffers();
    numbers = wide(weights.flat().toFloatArray());
    kept = wide(weights.flatBuffers().toFloatArray());
  }

  private static double[] wide(float[] numbers) {
    double[] wide = new double[numbers.length];
    Arrays.setAll(wide, i -> numbers[i]);
    return wide;
  }

  /** All trained numbers, to be nudged. */
  public double[] numbers() {
    return numbers;
  }

  /** A pass over the numbers as they are now. */
  public Pass pass(NDManager step, boolean training) {
    return pass(step, leaf(step), training);
  }

  /** All trained numbers as one array, of which a gradient may be asked. */
  public NDArray leaf(NDManager step) {
    return step.create(numbers);
  }

  /** A pass over such an array. */
  public Pass pass(NDManager step, NDArray flat, boolean training) {
    NDArray flatBuffers = step.create(kept).duplicate();
    return new Pass(trained.cut(flat), buffers.cut(flatBuffers), new Constants(step), training);
  }
}
