package io.squeezelab.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.squeezelab.spec.Expand;
import io.squeezelab.spec.Fields;
import io.squeezelab.spec.Names;
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Trees;
import io.squeezelab.trial.Recipe;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The parts of a trial's tree: its data, its backbone and so on. A change is made to one of them,
 * and only that one is expanded again.
 */
final class Parts {
  private static final Map<String, Type> TYPES =
      Arrays.stream(Recipe.class.getRecordComponents())
          .collect(
              Collectors.toMap(
                  part -> Names.kebab(part.getName()), RecordComponent::getGenericType));

  private Parts() {}

  /** Whether this is the name of one, or of another field that a trial in a file has. */
  static boolean known(String name) {
    return TYPES.containsKey(name) || name.matches("match|seeds?");
  }

  /**
   * The tree with a field replaced and its part in resolved form; the other parts are shared.
   *
   * @param path in full, of a field that it has
   */
  static JsonNode with(JsonNode tree, String path, JsonNode value) {
    String name = name(path);
    ObjectNode part = alone(tree, name).deepCopy();
    new Fields(part).set(path, value);
    ObjectNode changed = Trees.object();
    changed.setAll((ObjectNode) tree);
    try {
      changed.set(name, Expand.expand(TYPES.get(name), part.get(name)));
    } catch (Problem problem) {
      throw problem.under(name);
    }
    return changed;
  }

  /**
   * What the tree has at a path in full.
   *
   * @param without paths within, of which nothing is said
   */
  static JsonNode at(JsonNode tree, String path, List<String> without) {
    ObjectNode part = alone(tree, name(path));
    Fields fields = new Fields(without.isEmpty() ? part : part.deepCopy());
    without.forEach(one -> fields.set(one, NullNode.instance));
    return fields.get(path);
  }

  private static String name(String path) {
    return path.split("[.\\[]", 2)[0];
  }

  /** A tree of only this part. */
  private static ObjectNode alone(JsonNode tree, String name) {
    ObjectNode part = Trees.object();
    part.set(name, tree.get(name));
    return part;
  }
}
