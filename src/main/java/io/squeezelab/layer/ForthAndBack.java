package io.squeezelab.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.squeezelab.engine.Hardware;
import io.squeezelab.engine.Parameter;
import io.squeezelab.engine.Parameters;
import io.squeezelab.engine.Torch;
import io.squeezelab.engine.Weights;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A module run on numbers from Java: its output, and the gradients of Σ y·r for a cotangent r. */
public final class ForthAndBack implements AutoCloseable {
  private final Join module;
  private final Weights weights;

  /** Numbers in row-major order, and their shape. */
  public record Tensor(float[] numbers, long... shape) {}

  /**
   * @param ofInputs gradients of the inputs, in their order
   * @param ofParameters gradients of the trained parameters, by name
   */
  public record Gradients(Tensor y, List<float[]> ofInputs, Map<String, float[]> ofParameters) {}

  /**
   * @param seed of the initial values of what {@link Weights#load} does not replace
   */
  public ForthAndBack(Parameters declared, Join module, Hardware hardware, long seed) {
    Torch.start(hardware, 1);
    this.module = module;
    weights = new Weights(declared, hardware, seed);
  }

  public Weights weights() {
    return weights;
  }

  /** Training normalises with the batch's statistics and moves the running ones. */
  public Tensor forth(List<Tensor> inputs, boolean training) {
    try (NDManager step = weights.manager().newSubManager()) {
      NDArray y = module.forward(weights.pass(step, training), arrays(step, inputs));
      return new Tensor(y.toFloatArray(), y.getShape().getShape());
    }
  }

  public Gradients back(List<Tensor> inputs, Tensor cotangent, boolean training) {
    try (NDManager step = weights.manager().newSubManager()) {
      NDArray leaf = weights.leaf(step);
      List<NDArray> arrays = arrays(step, inputs);
      arrays.forEach(array -> array.setRequiresGradient(true));
      NDArray y = Torch.recording(() -> module.forward(weights.recording(leaf, training), arrays));
      Torch.backward(y, array(step, cotangent));
      return new Gradients(
          new Tensor(y.toFloatArray(), y.getShape().getShape()),
          arrays.stream().map(array -> array.getGradient().toFloatArray()).toList(),
          named(leaf.getGradient().toFloatArray()));
    }
  }

  private Map<String, float[]> named(float[] flat) {
    Map<String, float[]> named = new LinkedHashMap<>();
    for (Parameter p : weights.trained().parameters()) {
      int from = weights.trained().offset(p);
      named.put(p.name(), Arrays.copyOfRange(flat, from, from + p.size()));
    }
    return named;
  }

  private static List<NDArray> arrays(NDManager step, List<Tensor> tensors) {
    return tensors.stream().map(tensor -> array(step, tensor)).toList();
  }

  private static NDArray array(NDManager step, Tensor tensor) {
    return step.create(tensor.numbers(), new Shape(tensor.shape()));
  }

  @Override
  public void close() {
    weights.close();
  }
}
