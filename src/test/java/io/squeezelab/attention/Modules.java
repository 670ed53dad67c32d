package io.squeezelab.attention;

import ai.djl.ndarray.NDArray;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.squeezelab.attention.apply.Apply;
import io.squeezelab.attention.excite.Excite;
import io.squeezelab.attention.fuse.Fuse;
import io.squeezelab.attention.gate.Gate;
import io.squeezelab.attention.inputs.Inputs;
import io.squeezelab.attention.squeeze.Squeeze;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Parameters;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Scope;
import io.squeezelab.engine.Shapes;
import io.squeezelab.layer.Join;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Probe;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Trees;
import io.squeezelab.spec.Walk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The whole catalogue of attention, found by walking its families. Every squeeze over every set of
 * axes with every excitation is tens of thousands of modules, so there are four sets, each in the
 * next, for tests that take longer or shorter.
 */
final class Modules {
  /** A map on which they are tried: odd sizes, and channels enough to norm a 16th of them. */
  static final Dims MAP = new Dims(64, 7, 5);

  private static final List<JsonNode> SQUEEZES = Walk.members(Squeeze.class);
  private static final List<JsonNode> EXCITATIONS = Walk.members(Excite.class);
  private static final List<JsonNode> PLAIN_SQUEEZES = Walk.plain(Squeeze.class);
  private static final List<JsonNode> PLAIN_EXCITATIONS = Walk.plain(Excite.class);

  private static final List<JsonNode> INPUTS = Walk.plain(Inputs.class);
  private static final List<String> WITHIN = List.of("attention", "squeeze", "excite");
  private static final List<JsonNode> FUSIONS = Walk.plain(Fuse.class);

  /** Every preset, and every variant of every family once. */
  static final Map<String, Attention> KINDS = new LinkedHashMap<>();

  /** These, every variant with one field changed at a time, and every two that go together once. */
  static final Map<String, Attention> COVER = new LinkedHashMap<>();

  /** These, and every squeeze so changed with every excitation at its defaults. */
  static final Map<String, Attention> PAIRS = new LinkedHashMap<>();

  /** These, and every squeeze so changed with every excitation so changed. */
  static final Map<String, Attention> ALL = new LinkedHashMap<>();

  static {
    Walk.presets(Attention.class).forEach(preset -> add(preset, KINDS));
    Walk.plain(Attention.class).forEach(variant -> add(variant, KINDS));
    PLAIN_SQUEEZES.forEach(s -> firstOf(pairs(sameType(s), PLAIN_EXCITATIONS), KINDS));
    PLAIN_EXCITATIONS.forEach(e -> firstOf(pairs(SQUEEZES, List.of(e)), KINDS));
    Walk.plain(Gate.class).forEach(gate -> firstOf(gated(gate), KINDS));
    Walk.plain(Apply.class).forEach(apply -> add(with("apply", apply), KINDS));
    FUSIONS.forEach(fuse -> firstOf(fusions(INPUTS, fuse), KINDS));
    INPUTS.forEach(from -> firstOf(fusions(List.of(from), FUSIONS), KINDS));
    COVER.putAll(KINDS);
    Walk.members(Attention.class).forEach(member -> add(member, COVER));
    SQUEEZES.forEach(s -> firstOf(pairs(List.of(s), PLAIN_EXCITATIONS), COVER));
    EXCITATIONS.forEach(e -> firstOf(pairs(SQUEEZES, List.of(e)), COVER));
    for (JsonNode excite : PLAIN_EXCITATIONS) {
      PLAIN_SQUEEZES.forEach(s -> firstOf(pairs(sameType(s), List.of(excite)), COVER));
    }
    Walk.members(Gate.class).forEach(gate -> firstOf(gated(gate), COVER));
    Walk.members(Apply.class).forEach(apply -> add(with("apply", apply), COVER));
    FUSIONS.forEach(fuse -> fusions(INPUTS, fuse).forEach(tree -> add(tree, COVER)));
    Walk.members(Fuse.class).stream()
        .filter(fuse -> WITHIN.stream().noneMatch(fuse::has)) // tried by themselves
        .forEach(fuse -> firstOf(fusions(INPUTS, fuse), COVER));
    Walk.members(Inputs.class).forEach(from -> firstOf(fusions(List.of(from), FUSIONS), COVER));
    PAIRS.putAll(COVER);
    pairs(SQUEEZES, PLAIN_EXCITATIONS).forEach(tree -> add(tree, PAIRS));
    ALL.putAll(PAIRS);
    pairs(SQUEEZES, EXCITATIONS).forEach(tree -> add(tree, ALL));
  }

  private Modules() {}

  private static List<JsonNode> sameType(JsonNode kind) {
    return SQUEEZES.stream().filter(other -> other.get("type").equals(kind.get("type"))).toList();
  }

  private static List<JsonNode> pairs(List<JsonNode> squeezes, List<JsonNode> excitations) {
    List<JsonNode> trees = new ArrayList<>();
    for (JsonNode squeeze : squeezes) {
      excitations.forEach(e -> trees.add(with("squeeze", squeeze).set("excite", e)));
    }
    return trees;
  }

  private static List<JsonNode> fusions(List<JsonNode> inputs, JsonNode fuse) {
    return fusions(inputs, List.of(fuse));
  }

  private static List<JsonNode> fusions(List<JsonNode> inputs, List<JsonNode> fuses) {
    List<JsonNode> trees = new ArrayList<>();
    for (JsonNode from : inputs) {
      fuses.forEach(f -> trees.add(with("from", from).put("type", "fusion").set("fuse", f)));
    }
    return trees;
  }

  /** With one logit a channel, or, for a gate over positions, with several. */
  private static List<JsonNode> gated(JsonNode gate) {
    JsonNode rows = Trees.yaml("{type: avg, keep: channel-height}");
    return List.of(with("gate", gate), with("squeeze", rows).set("gate", gate));
  }

  private static ObjectNode with(String part, JsonNode its) {
    return Trees.object().set(part, its);
  }

  private static void firstOf(List<JsonNode> trees, Map<String, Attention> set) {
    for (JsonNode tree : trees) {
      if (add(tree, set)) {
        return;
      }
    }
  }

  /** Whether the module takes the map and keeps its shape. */
  private static boolean add(JsonNode tree, Map<String, Attention> set) {
    Attention attention = Bind.read(Attention.class, tree);
    Dims in = MAP.channels(attention.inputs() * MAP.channels());
    boolean fits =
        layer(attention, new Parameters().scope(), MAP)
            .filter(layer -> layer.trace(in, new Sheet()).equals(MAP)) // a fusion may change it
            .isPresent();
    if (fits) {
      set.putIfAbsent(Trees.print(tree), attention);
    }
    return fits;
  }

  /** The module's layer for this map with weights; empty where the module refuses the map. */
  static Optional<Probe> probe(Attention attention, Dims map, long seed) {
    Parameters parameters = new Parameters();
    return layer(attention, parameters.scope(), map)
        .map(layer -> new Probe(parameters, layer, seed));
  }

  /** The module as a layer; one that takes several maps is given them one behind the other. */
  static Optional<Layer> layer(Attention attention, Scope scope, Dims map) {
    try {
      return Optional.of(
          attention.inputs() == 1
              ? attention.block(scope, map)
              : new Stacked(attention.join(scope, map), attention.inputs()));
    } catch (Problem refused) {
      return Optional.empty();
    }
  }

  /** (N, k·C, H, W) → (N, C, H, W): a join of k maps. */
  record Stacked(Join inner, int inputs) implements Layer {
    @Override
    public Dims trace(Dims in, Sheet sheet) {
      return inner.trace(in.channels(in.channels() / inputs), sheet);
    }

    @Override
    public NDArray forward(Pass pass, NDArray x) {
      long each = x.getShape().get(1) / inputs;
      return inner.forward(
          pass,
          IntStream.range(0, inputs)
              .mapToObj(i -> Shapes.narrow(x, 1, i * each, (i + 1) * each))
              .toList());
    }
  }
}
