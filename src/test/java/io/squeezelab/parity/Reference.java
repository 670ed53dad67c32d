package io.squeezelab.parity;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.attention.Attention;
import io.squeezelab.backbone.Backbone;
import io.squeezelab.backbone.Network;
import io.squeezelab.backbone.Placement;
import io.squeezelab.cost.Dims;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Trees;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The stored networks and trainings of PyTorch, and how their names map to ours. */
public final class Reference {
  private Reference() {}

  /** The cases of one kind whose tensors are among the test resources. */
  public static Stream<JsonNode> cases(String kind) {
    JsonNode index = Trees.resource(Reference.class, "/parity/training/index.json");
    return java.util.stream.StreamSupport.stream(index.get("cases").spliterator(), false)
        .filter(c -> c.get("kind").asText().equals(kind));
  }

  public static Tensors tensors(JsonNode test) {
    return Tensors.read("/parity/training/" + test.get("file").asText());
  }

  /** The same network, written in our grammar. */
  public static Network network(JsonNode test) {
    JsonNode config = test.get("config");
    int depth = 6 * config.get("blocks_per_stage").asInt() + 2;
    String backbone =
        "{type: resnet-cifar, depth: %d, width: %d, shortcut: %s}"
            .formatted(depth, config.get("width").asInt(), config.get("shortcut").asText());
    JsonNode attention = config.get("attention");
    String module =
        attention.isNull()
            ? "none"
            : "{type: se, excite: {type: bottleneck, reduction: %d}}"
                .formatted(attention.get("r").asInt());
    String position = config.get("position").asText("standard");
    Dims input =
        new Dims(
            test.at("/input/0").asInt(), test.at("/input/1").asInt(), test.at("/input/2").asInt());
    return Bind.inline(Backbone.class, backbone)
        .network(
            input,
            test.get("classes").asInt(),
            Bind.inline(Attention.class, module),
            Bind.inline(
                Placement.class,
                "{position: " + (attention.isNull() ? "standard" : position) + "}"));
  }

  /** PyTorch's names to ours. */
  public static String ours(String name) {
    return name.replace(".se.fc1.", ".attention.excite.down.")
        .replace(".se.fc2.", ".attention.excite.up.")
        .replace("shortcut.0.", "shortcut.conv.")
        .replace("shortcut.1.", "shortcut.bn.");
  }

  public static Map<String, float[]> ours(Map<String, float[]> named) {
    Map<String, float[]> renamed = new LinkedHashMap<>();
    named.forEach((name, numbers) -> renamed.put(ours(name), numbers));
    return renamed;
  }
}
