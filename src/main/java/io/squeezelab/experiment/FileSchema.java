package io.squeezelab.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.squeezelab.search.Search;
import io.squeezelab.spec.Partial;
import io.squeezelab.spec.Schema;
import io.squeezelab.spec.Trees;
import io.squeezelab.trial.Recipe;
import java.util.Set;

/** The experiment file as JSON Schema, for editors. */
public final class FileSchema {
  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

  private final Schema types;
  private final ObjectNode fields;

  private FileSchema(JsonNode meanings) {
    types = new Schema(meanings);
    fields = (ObjectNode) Trees.resource(FileSchema.class, "file-schema.yaml").deepCopy();
    ObjectNode trial = types.of(Recipe.class);
    ObjectNode recipe = (ObjectNode) types.definitions().get("recipe");
    ObjectNode match = ((ObjectNode) recipe.get("properties")).putObject("match");
    ArrayNode either = match.putArray("anyOf");
    either.addObject().put("const", "none");
    either.add(types.of(Match.class));
    put("trial", trial);
    paths((ObjectNode) recipe.get("properties"));
    put("search", types.of(Search.class));
    put("budget", types.of(Budget.class));
    put("run", types.of(RunPolicy.class));
    put("reference", types.of(Reference.class));
  }

  /** What arms and the baseline change, and what axes list. */
  private void paths(ObjectNode trial) {
    String parts = "^(" + String.join("|", (Iterable<String>) trial::fieldNames) + ")([.].+)?$";
    ObjectNode paths = types.paths(Recipe.class);
    paths.putObject("propertyNames").put("pattern", parts);
    types.definitions().set("changes", paths);
    ObjectNode changes = Trees.object().put("$ref", "#/$defs/changes");
    put("baseline", changes);
    ((ObjectNode) fields.get("arms")).set("additionalProperties", changes);
    ObjectNode axes = Trees.object();
    for (String path : (Iterable<String>) paths.get("properties")::fieldNames) {
      ObjectNode values = axes.putObject(path).put("type", "array").put("minItems", 1);
      values.putObject("items").put("$ref", "#/$defs/changes/properties/" + path);
    }
    ObjectNode others = Trees.object();
    others.putObject(parts).put("type", "array").put("minItems", 1);
    ((ObjectNode) fields.get("axes")).set("properties", axes);
    ((ObjectNode) fields.get("axes")).set("patternProperties", others);
    ((ObjectNode) fields.at("/axes/additionalProperties")).set("additionalProperties", changes);
  }

  /** Beside what the page says of the field. */
  private void put(String field, ObjectNode type) {
    ((ObjectNode) fields.get(field)).setAll(type);
  }

  /** With what the records' sources say of them. */
  public static JsonNode tree() {
    return tree(Trees.resource(FileSchema.class, "meanings.yaml"));
  }

  /**
   * @param meanings of types and their fields, as {@link Schema} has them
   */
  public static JsonNode tree(JsonNode meanings) {
    return new FileSchema(meanings).whole();
  }

  /** What has to be explained. */
  public static Set<Class<?>> types() {
    return new FileSchema(Trees.object()).types.types();
  }

  /** A file that extends others may leave out anything, and takes out fields by {@code null}. */
  private JsonNode whole() {
    ObjectNode experiment = Trees.object().put("type", "object");
    experiment.set("properties", fields);
    experiment.put("additionalProperties", false);
    experiment.putArray("required").add("trial");
    types.definitions().set("experiment", experiment);
    ObjectNode whole = Trees.object();
    whole.put("$schema", DIALECT);
    whole.put("title", "SqueezeLab experiment");
    whole.put("type", "object");
    whole.putObject("if").putArray("required").add(Extends.FIELD);
    whole.putObject("then").put("$ref", "#/$defs/partial.experiment");
    whole.putObject("else").put("$ref", "#/$defs/experiment");
    whole.set("$defs", Partial.with(types.definitions()));
    return whole;
  }
}
