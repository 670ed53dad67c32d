package io.squeezelab.attention;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.squeezelab.attention.apply.Apply;
import io.squeezelab.attention.excite.Excite;
import io.squeezelab.attention.gate.Gate;
import io.squeezelab.attention.squeeze.Squeeze;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Parameters;
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
import org.junit.jupiter.api.Named;

/**
 * The whole catalogue of attention, found by walking its families: every module and preset, every
 * squeeze over every set of axes with every excitation, every gate and every way to apply.
 */
final class Modules {
  /** A map on which they are tried: odd sizes, and a channel count that 4 divides. */
  static final Dims MAP = new Dims(16, 5, 3);

  private Modules() {}

  /** By their inline text. */
  static final Map<String, Attention> ALL = all();

  private static Map<String, Attention> all() {
    List<JsonNode> trees = new ArrayList<>();
    trees.addAll(Walk.presets(Attention.class));
    trees.addAll(Walk.members(Attention.class));
    for (JsonNode squeeze : Walk.members(Squeeze.class)) {
      for (JsonNode excite : Walk.members(Excite.class)) {
        trees.add(with("squeeze", squeeze, "excite", excite));
      }
    }
    Walk.members(Gate.class).forEach(gate -> trees.add(with("squeeze", text("avg"), "gate", gate)));
    Walk.members(Apply.class).forEach(a -> trees.add(with("squeeze", text("avg"), "apply", a)));
    Map<String, Attention> accepted = new LinkedHashMap<>();
    for (JsonNode tree : trees) {
      Attention attention = Bind.read(Attention.class, tree);
      if (probe(attention, MAP, 0).isPresent() && !accepted.containsValue(attention)) {
        accepted.put(Trees.print(tree), attention);
      }
    }
    return accepted;
  }

  private static JsonNode text(String name) {
    return Trees.yaml(name);
  }

  private static ObjectNode with(String one, JsonNode its, String other, JsonNode others) {
    ObjectNode tree = Trees.object();
    tree.set(one, its);
    tree.set(other, others);
    return tree;
  }

  static List<Named<Attention>> named() {
    return ALL.entrySet().stream().map(e -> Named.of(e.getKey(), e.getValue())).toList();
  }

  /** The module's layer for this map with weights; empty where the module refuses the map. */
  static Optional<Probe> probe(Attention attention, Dims map, long seed) {
    Parameters parameters = new Parameters();
    try {
      Layer layer = attention.block(parameters.scope(), map);
      return Optional.of(new Probe(parameters, layer, seed));
    } catch (Problem refused) {
      return Optional.empty();
    }
  }
}
