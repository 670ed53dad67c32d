package io.squeezelab.trial;

import ai.djl.engine.EngineException;
import io.squeezelab.attention.Attention;
import io.squeezelab.cost.Cost;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Hardware;
import io.squeezelab.engine.Parameter;
import io.squeezelab.engine.Parameters;
import io.squeezelab.layer.ForthAndBack;
import io.squeezelab.layer.ForthAndBack.Gradients;
import io.squeezelab.layer.ForthAndBack.Tensor;
import io.squeezelab.layer.Join;
import io.squeezelab.spec.BadInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One attention module by itself, for maps of one shape: what it declares, and what it makes of
 * given numbers. Describing it needs no engine.
 */
public final class Specimen {
  private final Attention attention;
  private final Dims map;
  private final Parameters parameters = new Parameters();
  private final Join join;
  private final Dims output;
  private final Cost cost;

  /**
   * @throws io.squeezelab.spec.Problem if the module makes no sense on such a map
   */
  public Specimen(Attention attention, Dims map) {
    this.attention = attention;
    this.map = map;
    join = attention.join(parameters.scope(), map);
    Sheet sheet = new Sheet();
    output = join.trace(map, sheet);
    cost = sheet.total();
  }

  /** What a run may start from and be asked for. */
  public record Request(
      Map<String, float[]> weights, List<Tensor> inputs, Tensor cotangent, boolean training) {}

  /** Trained parameters, then buffers, in the order in which the module declares them. */
  public List<Declared> declared() {
    return Stream.concat(parameters.trained().stream(), parameters.buffers().stream())
        .map(Declared::of)
        .toList();
  }

  /** Names of what it takes: {@code x}, or {@code x1}, {@code x2}, … */
  public List<String> inputs() {
    if (attention.inputs() == 1) {
      return List.of("x");
    }
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= attention.inputs(); i++) {
      names.add("x" + i);
    }
    return names;
  }

  /** Shape of each input, without the batch axis. */
  public Dims map() {
    return map;
  }

  public Dims output() {
    return output;
  }

  public Cost cost() {
    return cost;
  }

  /**
   * Starts the engine and runs the module.
   *
   * @param request weights that are not given get the initial values of the seed; the cotangent, of
   *     the output's shape, may be null
   * @return {@code y}; with a cotangent the gradients of the sum of y times it, {@code grad.x} (or
   *     {@code grad.x1}, …) and {@code grad.param.<name>}; after training every buffer as {@code
   *     after.<name>}
   * @throws BadInput if the engine cannot compute it
   */
  public Map<String, Tensor> run(Request request, long seed) {
    try (ForthAndBack module = new ForthAndBack(parameters, join, Hardware.CPU, seed)) {
      module.weights().load(request.weights());
      Map<String, Tensor> found = new LinkedHashMap<>();
      if (request.cotangent() == null) {
        found.put("y", module.forth(request.inputs(), request.training()));
      } else {
        back(module, request, found);
      }
      if (request.training()) {
        Map<String, float[]> after = module.weights().copy();
        parameters.buffers().forEach(p -> found.put("after." + p.name(), tensor(p, after)));
      }
      return found;
    } catch (EngineException e) { // what the engine refuses is in the numbers: a batch of 1, memory
      String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new BadInput("the engine refuses these inputs: " + reason, e);
    }
  }

  private void back(ForthAndBack module, Request request, Map<String, Tensor> found) {
    Gradients all = module.back(request.inputs(), request.cotangent(), request.training());
    found.put("y", all.y());
    for (int i = 0; i < inputs().size(); i++) {
      Tensor its = new Tensor(all.ofInputs().get(i), request.inputs().get(i).shape());
      found.put("grad." + inputs().get(i), its);
    }
    for (Parameter p : parameters.trained()) {
      found.put("grad.param." + p.name(), tensor(p, all.ofParameters()));
    }
  }

  private static Tensor tensor(Parameter p, Map<String, float[]> numbers) {
    return new Tensor(numbers.get(p.name()), p.shape().toArray());
  }
}
