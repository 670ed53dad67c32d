package io.squeezelab.parity;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.attention.Attention;
import io.squeezelab.backbone.Backbone;
import io.squeezelab.backbone.Network;
import io.squeezelab.backbone.Placement;
import io.squeezelab.cost.Dims;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A network of somebody else's, written in our grammar, with their names for its parameters.
 *
 * @param tree fields backbone; attention, placement, names (regular expressions and what to put
 *     there) where they are needed
 */
public record Form(JsonNode tree) {
  private static final Path RESOURCES = Path.of("src/test/resources/parity");

  /** The YAML files of a folder among the parity resources, by file name without ending. */
  public static Map<String, JsonNode> files(String folder) {
    try (Stream<Path> files = Files.list(RESOURCES.resolve(folder))) {
      Map<String, JsonNode> trees = new LinkedHashMap<>();
      List<Path> maps = files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
      for (Path file : maps) {
        String name = file.getFileName().toString().replace(".yaml", "");
        trees.put(name, Trees.resource(Form.class, "/parity/" + folder + "/" + name + ".yaml"));
      }
      return trees;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  public Network network(Dims input, int classes) {
    return backbone()
        .network(
            input,
            classes,
            Bind.inline(Attention.class, text("attention", "none")),
            Bind.inline(Placement.class, text("placement", "{}")));
  }

  public Backbone backbone() {
    return Bind.inline(Backbone.class, text("backbone", "lacks"));
  }

  public String text(String field, String otherwise) {
    JsonNode value = tree.path(field);
    return value.isMissingNode() ? otherwise : Trees.print(value);
  }

  /** Their name to ours. */
  public String ours(String name) {
    String renamed = name;
    for (Map.Entry<String, JsonNode> rule : tree.path("names").properties()) {
      renamed = renamed.replaceAll(rule.getKey(), rule.getValue().asText());
    }
    return renamed;
  }

  public Map<String, float[]> ours(Map<String, float[]> named) {
    Map<String, float[]> renamed = new LinkedHashMap<>();
    named.forEach((name, numbers) -> renamed.put(ours(name), numbers));
    return renamed;
  }
}
