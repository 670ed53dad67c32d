package io.squeezelab.trial;

import ai.djl.engine.EngineException;
import io.squeezelab.attention.Attention;
import io.squeezelab.backbone.Network;
import io.squeezelab.cost.Cost;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Hardware;
import io.squeezelab.engine.Parameters;
import io.squeezelab.engine.Torch;
import io.squeezelab.layer.ForthAndBack;
import io.squeezelab.layer.ForthAndBack.Tensor;
import io.squeezelab.layer.Join;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Seeds;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One attention module by itself, for maps of one shape, or a whole network: what it declares, and
 * what it makes of given numbers. Describing it needs no engine.
 */
public final class Specimen {
  private final Parameters parameters;
  private final Join join;
  private final List<String> inputs;
  private final Dims map;
  private final Dims output;
  private final Cost cost;
  private final boolean flat;

  /**
   * A module.
   *
   * @throws io.squeezelab.spec.Problem if it makes no sense on such a map
   */
  public Specimen(Attention attention, Dims map) {
    this(new Parameters(), attention, map);
  }

  private Specimen(Parameters parameters, Attention attention, Dims map) {
    this(parameters, attention.join(parameters.scope(), map), names(attention), map, false);
  }

  /** A network. */
  public Specimen(Network network) {
    this(network.parameters(), Join.of(network.layers()), List.of("x"), network.input(), true);
  }

  /**
   * @param flat whether the output is (N, C) and no map
   */
  private Specimen(Parameters parameters, Join join, List<String> inputs, Dims map, boolean flat) {
    this.parameters = parameters;
    this.join = join;
    this.inputs = inputs;
    this.map = map;
    this.flat = flat;
    Sheet sheet = new Sheet();
    output = join.trace(map, sheet);
    cost = sheet.total();
  }

  private static List<String> names(Attention attention) {
    int count = attention.inputs();
    return count == 1
        ? List.of("x")
        : IntStream.rangeClosed(1, count).mapToObj(i -> "x" + i).toList();
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
    return inputs;
  }

  /** Shape of each input, without the batch axis. */
  public Dims map() {
    return map;
  }

  public Dims output() {
    return output;
  }

  /** Shape of the output for one image, without the batch axis: (C, H, W), or (C) of a network. */
  public List<Long> outputSides() {
    long channels = output.channels();
    return flat
        ? List.of(channels)
        : List.of(channels, (long) output.height(), (long) output.width());
  }

  public Cost cost() {
    return cost;
  }

  /**
   * Starts the engine and runs it.
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
      Torch.seed(Seeds.random(seed, "dropout").nextLong());
      return new Answers(parameters, inputs).of(module, request);
    } catch (EngineException e) { // what the engine refuses is in the numbers: a batch of 1, memory
      String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new BadInput("the engine refuses these inputs: " + reason, e);
    }
  }
}
