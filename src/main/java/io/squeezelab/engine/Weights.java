package io.squeezelab.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import io.squeezelab.spec.Seeds;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * The numbers of a network's parameters on one device: one flat array for the trained ones, one for
 * the buffers, cut into views for the layers. One flat array means one gradient, and a handful of
 * operations for a whole optimizer step (docs/decisions/flat-parameters.md).
 *
 * <p>Initial values depend on the seed and the parameter's name alone, so networks that share a
 * layer start it alike, whatever else they hold.
 */
public final class Weights implements AutoCloseable {
  private final NDManager manager;
  private final Segments trained;
  private final Segments buffers;
  private final NDArray flat;
  private final NDArray flatBuffers;
  private final NDArray[] bufferViews;
  private final Constants constants;
  private final NDArray one;

  public Weights(Parameters parameters, Hardware hardware, long seed) {
    manager = Torch.manager(hardware);
    trained = new Segments(parameters.trained());
    buffers = new Segments(parameters.buffers());
    flat = Owned.of(manager, initial(trained, seed), trained.length());
    flatBuffers = Owned.of(manager, initial(buffers, seed), buffers.length());
    bufferViews = buffers.cut(flatBuffers);
    constants = new Constants(manager);
    one = manager.ones(new Shape());
  }

  private static float[] initial(Segments segments, long seed) {
    float[] all = new float[segments.length()];
    for (Parameter p : segments.parameters()) {
      float[] part = new float[p.size()];
      SplittableRandom random = Seeds.random(seed, "init " + p.name());
      p.init().fill(part, p.shape().toArray(), random);
      System.arraycopy(part, 0, all, segments.offset(p), part.length);
    }
    return all;
  }

  /** A pass without gradients, using the running statistics. */
  public Pass evaluating(NDManager step) {
    return pass(flat, step, false);
  }

  /** A pass without gradients that normalises as in training and updates running statistics. */
  public Pass pass(NDManager step, boolean training) {
    return pass(flat, step, training);
  }

  /** A leaf for one step: its gradient is that of all trained parameters together. */
  public NDArray leaf(NDManager step) {
    NDArray leaf = flat.stopGradient();
    leaf.attach(step);
    leaf.setRequiresGradient(true);
    return leaf;
  }

  /** A training pass on such a leaf; inside {@link Torch#recording}. */
  public Pass training(NDArray leaf) {
    return pass(leaf, leaf.getManager(), true);
  }

  /** A pass on such a leaf with either way of normalising. */
  public Pass recording(NDArray leaf, boolean training) {
    return pass(leaf, leaf.getManager(), training);
  }

  private Pass pass(NDArray source, NDManager step, boolean training) {
    NDArray[] views = trained.cut(source);
    if (source.getManager() != step) {
      for (NDArray view : views) {
        view.attach(step);
      }
    }
    return new Pass(views, bufferViews, constants, training);
  }

  public NDArray flat() {
    return flat;
  }

  public NDArray flatBuffers() {
    return flatBuffers;
  }

  /** A 0-dimensional 1: the cotangent of a loss. */
  public NDArray one() {
    return one;
  }

  public NDManager manager() {
    return manager;
  }

  public Segments trained() {
    return trained;
  }

  public Segments buffers() {
    return buffers;
  }

  /** A vector as long as {@link #flat}: one value for each parameter's numbers, 0 in the gaps. */
  public NDArray each(ToDoubleFunction<Parameter> value) {
    float[] all = new float[trained.length()];
    for (Parameter p : trained.parameters()) {
      int from = trained.offset(p);
      Arrays.fill(all, from, from + p.size(), (float) value.applyAsDouble(p));
    }
    return Owned.of(manager, all, all.length);
  }

  /** All numbers by parameter name, copied to Java, in row-major order. */
  public Map<String, float[]> copy() {
    Map<String, float[]> named = new LinkedHashMap<>();
    trained.read(flat.toFloatArray(), named);
    buffers.read(flatBuffers.toFloatArray(), named);
    return named;
  }

  /** Replaces the numbers of the parameters that are named; the others stay. */
  public void load(Map<String, float[]> named) {
    float[] numbers = trained.write(flat.toFloatArray(), named);
    float[] kept = buffers.write(flatBuffers.toFloatArray(), named);
    try (NDArray all = Owned.of(manager, numbers, numbers.length);
        NDArray rest = Owned.of(manager, kept, kept.length)) {
      restore(all, rest);
    }
  }

  /** Copies numbers into the flat arrays in place, so that the views see them. */
  public void restore(NDArray numbers, NDArray kept) {
    flat.set(new NDIndex(":"), numbers);
    flatBuffers.set(new NDIndex(":"), kept);
  }

  @Override
  public void close() {
    manager.close();
  }
}
