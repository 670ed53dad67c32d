package io.squeezelab.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.attention.None;
import io.squeezelab.backbone.Backbone;
import io.squeezelab.backbone.Network;
import io.squeezelab.backbone.Placement;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.Family;
import io.squeezelab.spec.Trees;
import java.util.Arrays;

/** The attention that a network is published with, as files have it. */
final class OwnAttention {
  private OwnAttention() {}

  /**
   * Empty for a network that has none, whatever its field says.
   *
   * @param name of the preset or the variant
   */
  static String of(String name, Backbone backbone) {
    if (network(backbone).cost().equals(network(backbone.bare()).cost())) {
      return "";
    }
    JsonNode preset = Family.of(Backbone.class).presets().get(name);
    JsonNode own = preset == null ? null : preset.get("for").get("own");
    return "`" + (own == null ? standard(backbone) : flow(own)) + "`";
  }

  /** What the field is where it is left out. */
  private static String standard(Backbone backbone) {
    return Arrays.stream(backbone.getClass().getRecordComponents())
        .filter(component -> component.getName().equals("own"))
        .map(component -> component.getAnnotation(Default.class).value())
        .findFirst()
        .orElseThrow();
  }

  private static String flow(JsonNode own) {
    return Trees.print(own).replaceAll("\"([\\w-]+)\"", "$1").replace(":", ": ").replace(",", ", ");
  }

  private static Network network(Backbone backbone) {
    return backbone.network(
        backbone.task().input(), backbone.task().classes(), new None(), Placement.STANDARD);
  }
}
