package io.squeezelab.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.squeezelab.engine.Doubles;
import io.squeezelab.engine.Garbage;
import io.squeezelab.engine.Hardware;
import io.squeezelab.engine.Parameter;
import io.squeezelab.engine.Parameters;
import io.squeezelab.engine.Torch;
import io.squeezelab.engine.Weights;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;

/** A layer with weights, run forth and back on numbers from Java. */
public final class Probe implements AutoCloseable {
  private final Layer layer;
  private final Weights weights;
  private boolean collecting;
  private boolean channelsLast;

  public Probe(Parameters parameters, Layer layer, long seed) {
    Torch.start(Hardware.CPU, 1);
    this.layer = layer;
    weights = new Weights(parameters, Hardware.CPU, seed);
  }

  public Weights weights() {
    return weights;
  }

  /** Moves every trained number off its initial value, which may be a special one such as 0. */
  public Probe stirred(long seed) {
    Random random = new Random(seed);
    Map<String, float[]> all = weights.copy();
    for (Parameter p : weights.trained().parameters()) {
      float[] numbers = all.get(p.name());
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] += 0.3f * (float) random.nextGaussian();
      }
    }
    weights.load(all);
    return this;
  }

  /** Numbers and their shape. */
  public record Numbers(float[] values, long... shape) {
    public static Numbers normal(long seed, double deviation, long... shape) {
      float[] values = new float[Math.toIntExact(new Shape(shape).size())];
      Random random = new Random(seed);
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (deviation * random.nextGaussian());
      }
      return new Numbers(values, shape);
    }

    public static Numbers full(float value, long... shape) {
      Numbers numbers = normal(0, 0, shape);
      Arrays.fill(numbers.values, value);
      return numbers;
    }

    /** The k-th image alone. */
    public Numbers row(int k) {
      long[] one = shape.clone();
      one[0] = 1;
      int size = (int) (values.length / shape[0]);
      return new Numbers(Arrays.copyOfRange(values, k * size, (k + 1) * size), one);
    }

    NDArray in(NDManager step) {
      return step.create(values, new Shape(shape));
    }

    /** The same numbers, whose memory holds a pixel's channels together. */
    NDArray channelsLast(NDManager step) {
      int pixels = (int) (shape[2] * shape[3]);
      int channels = (int) shape[1];
      float[] turned = new float[values.length];
      for (int i = 0; i < values.length; i++) {
        int image = i / (channels * pixels);
        int channel = i / pixels % channels;
        turned[(image * pixels + i % pixels) * channels + channel] = values[i];
      }
      Shape last = new Shape(shape[0], shape[2], shape[3], shape[1]);
      return step.create(turned, last).transpose(0, 3, 1, 2);
    }
  }

  /** Evaluation, without gradients. */
  public Numbers evaluate(Numbers x) {
    try (NDManager step = weights.manager().newSubManager()) {
      NDArray y = layer.forward(weights.evaluating(step), x.in(step));
      return new Numbers(y.toFloatArray(), y.getShape().getShape());
    }
  }

  /**
   * @param y the output
   * @param ofX gradient of the weighted sum of y by x
   * @param ofWeights the same by each parameter, by name
   */
  public record Gradients(Numbers y, float[] ofX, Map<String, float[]> ofWeights) {}

  /** Runs a garbage collection between forward and backward from now on. */
  public Probe collecting() {
    collecting = true;
    return this;
  }

  /** Takes inputs whose memory holds a pixel's channels together from now on. */
  public Probe channelsLast() {
    channelsLast = true;
    return this;
  }

  /** Forward and backward; the weights of the sum are random numbers. */
  public Gradients gradients(Numbers x, long cotangentSeed, boolean training) {
    try (NDManager step = weights.manager().newSubManager()) {
      NDArray leaf = weights.leaf(step);
      NDArray input = channelsLast ? x.channelsLast(step) : x.in(step);
      input.setRequiresGradient(true);
      NDArray y = Torch.recording(() -> layer.forward(weights.recording(leaf, training), input));
      long[] shape = y.getShape().getShape();
      NDArray cotangent = Numbers.normal(cotangentSeed, 1, shape).in(step);
      if (collecting) {
        Garbage.collect();
      }
      Torch.backward(y, cotangent);
      return new Gradients(
          new Numbers(y.toFloatArray(), shape),
          input.getGradient().toFloatArray(),
          byName(leaf.getGradient()));
    }
  }

  private Map<String, float[]> byName(NDArray gradient) {
    float[] flat = gradient.toFloatArray();
    Map<String, float[]> named = new LinkedHashMap<>();
    for (Parameter p : weights.trained().parameters()) {
      int from = weights.trained().offset(p);
      named.put(p.name(), Arrays.copyOfRange(flat, from, from + p.size()));
    }
    return named;
  }

  /** The gradients of the same weighted sum in double precision: {x's, flat weights'}. */
  public double[][] doubles(Numbers x, long cotangentSeed, boolean training) {
    Doubles doubles = new Doubles(weights);
    double[] cotangent = wide(Numbers.normal(cotangentSeed, 1, evaluate(x).shape()).values());
    try (NDManager step = weights.manager().newSubManager()) {
      NDArray leaf = doubles.leaf(step);
      NDArray in = wide(step, wide(x.values), x);
      leaf.setRequiresGradient(true);
      in.setRequiresGradient(true);
      NDArray y = Torch.recording(() -> layer.forward(doubles.pass(step, leaf, training), in));
      Torch.backward(y, step.create(cotangent, y.getShape()));
      boolean none = weights.trained().parameters().isEmpty();
      double[] ofWeights = none ? new double[0] : leaf.getGradient().toDoubleArray();
      return new double[][] {in.getGradient().toDoubleArray(), ofWeights};
    }
  }

  /**
   * Central finite differences in double precision of the same weighted sum, for two numbers of x
   * and one of each parameter, NaN for the others: {x's, flat weights'}.
   */
  public double[][] differences(Numbers x, long cotangentSeed, boolean training) {
    Doubles doubles = new Doubles(weights);
    double[] input = wide(x.values);
    float[] cotangent = Numbers.normal(cotangentSeed, 1, evaluate(x).shape()).values();
    DoubleSupplier sum = () -> weighted(doubles, input, x, cotangent, training);
    IntStream some = IntStream.of(input.length / 3, input.length - 1);
    IntStream one =
        weights.trained().parameters().stream()
            .mapToInt(p -> weights.trained().offset(p) + p.size() / 2);
    return new double[][] {slopes(input, some, sum), slopes(doubles.numbers(), one, sum)};
  }

  private static double[] wide(float[] numbers) {
    double[] wide = new double[numbers.length];
    Arrays.setAll(wide, i -> numbers[i]);
    return wide;
  }

  private static double[] slopes(double[] numbers, IntStream which, DoubleSupplier sum) {
    double step = 1e-6;
    double[] slopes = new double[numbers.length];
    Arrays.fill(slopes, Double.NaN);
    which.forEach(
        i -> {
          double before = numbers[i];
          numbers[i] = before + step;
          double up = sum.getAsDouble();
          numbers[i] = before - step;
          slopes[i] = (up - sum.getAsDouble()) / (2 * step);
          numbers[i] = before;
        });
    return slopes;
  }

  private double weighted(
      Doubles doubles, double[] input, Numbers x, float[] cotangent, boolean training) {
    try (NDManager step = weights.manager().newSubManager()) {
      NDArray y = layer.forward(doubles.pass(step, training), wide(step, input, x));
      double[] values = y.toDoubleArray();
      double sum = 0;
      for (int i = 0; i < values.length; i++) {
        sum += values[i] * cotangent[i];
      }
      return sum;
    }
  }

  private static NDArray wide(NDManager step, double[] input, Numbers x) {
    return step.create(input, new Shape(x.shape));
  }

  @Override
  public void close() {
    weights.close();
  }
}
