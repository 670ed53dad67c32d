package io.squeezelab.engine;

import static java.util.stream.Collectors.partitioningBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import io.squeezelab.spec.Seeds;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * The numbers of a network's parameters on one device: one flat array for the trained ones, one for
 * the buffers, cut into views for the layers. One flat array means one gradient, and a handful of
 * operations for a whole optimizer step (docs/decisions/flat-parameters.md). Frozen parameters lie
 * in an array of their own: no gradient is computed for them, and nothing that trains sees them.
 *
 * <p>Initial values depend on the seed and the parameter's name alone, so networks that share a
 * layer start it alike, whatever else they hold.
 */
public final class Weights implements AutoCloseable {
  private final NDManager manager;
  private final Segments trained;
  private final Segments fixed;
  private final Segments buffers;
  private final NDArray flat;
  private final NDArray flatFixed;
  private final NDArray flatBuffers;
  private final NDArray[] fixedViews;
  private final NDArray[] bufferViews;
  private final BitSet still = new BitSet();
  private final Constants constants;
  private final NDArray one;

  public Weights(Parameters parameters, Hardware hardware, long seed) {
    this(parameters, hardware, seed, Set.of());
  }

  /**
   * @param frozen names of parameters that keep their numbers, and of norms' running statistics
   *     that stay, so that these norms evaluate in training too
   */
  public Weights(Parameters parameters, Hardware hardware, long seed, Set<String> frozen) {
    manager = Torch.manager(hardware);
    Map<Boolean, List<Parameter>> parts =
        parameters.trained().stream().collect(partitioningBy(p -> frozen.contains(p.name())));
    trained = new Segments(parts.get(false));
    fixed = new Segments(parts.get(true));
    buffers = new Segments(parameters.buffers());
    flat = Owned.of(manager, initial(trained, seed), trained.length());
    flatFixed = Owned.of(manager, initial(fixed, seed), fixed.length());
    flatBuffers = Owned.of(manager, initial(buffers, seed), buffers.length());
    fixedViews = fixed.cut(flatFixed);
    bufferViews = buffers.cut(flatBuffers);
    parameters.buffers().stream()
        .filter(p -> frozen.contains(p.name()))
        .forEach(p -> still.set(p.index()));
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

  /** A training pass on such a leaf, or on a part of a step; inside {@link Torch#recording}. */
  public Pass training(NDArray leaf, NDManager part) {
    return pass(leaf, part, true);
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
    return new Pass(fixedViews.length == 0 ? views : all(views), bufferViews, constants, training)
        .with(still);
  }

  /** The views of the parameters that are trained and of those that are not, by index. */
  private NDArray[] all(NDArray[] views) {
    NDArray[] all = new NDArray[views.length + fixedViews.length];
    for (int i = 0; i < views.length; i++) {
      all[trained.parameters().get(i).index()] = views[i];
    }
    for (int i = 0; i < fixedViews.length; i++) {
      all[fixed.parameters().get(i).index()] = fixedViews[i];
    }
    return all;
  }

  /** The numbers that are trained. */
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

  /** Where the parameters lie that are trained; frozen ones are not among them. */
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
    fixed.read(flatFixed.toFloatArray(), named);
    buffers.read(flatBuffers.toFloatArray(), named);
    return named;
  }

  /** Replaces the numbers of the parameters that are named; the others stay. */
  public void load(Map<String, float[]> named) {
    float[] numbers = trained.write(flat.toFloatArray(), named);
    float[] rigid = fixed.write(flatFixed.toFloatArray(), named);
    float[] kept = buffers.write(flatBuffers.toFloatArray(), named);
    try (NDArray all = Owned.of(manager, numbers, numbers.length);
        NDArray stiff = Owned.of(manager, rigid, rigid.length);
        NDArray rest = Owned.of(manager, kept, kept.length)) {
      restore(all, rest);
      flatFixed.set(new NDIndex(":"), stiff);
    }
  }

  /** Copies numbers into the arrays that training changes, in place, so that the views see them. */
  public void restore(NDArray numbers, NDArray kept) {
    flat.set(new NDIndex(":"), numbers);
    flatBuffers.set(new NDIndex(":"), kept);
  }

  @Override
  public void close() {
    manager.close();
  }
}
