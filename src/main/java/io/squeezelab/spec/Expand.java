package io.squeezelab.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Turns what people write into the resolved form: short forms and presets written out, defaults
 * filled in, every field in its record's order. Refuses unknown fields, unknown variants, missing
 * fields and values of the wrong kind; what a constructor refuses is {@link Bind}'s business.
 */
public final class Expand {
  private Expand() {}

  /** The resolved form of {@code tree}, read as {@code type}; throws {@link Problem}. */
  public static JsonNode expand(Type type, JsonNode tree) {
    return expand(type, tree, "");
  }

  private static JsonNode expand(Type type, JsonNode tree, String path) {
    if (type instanceof ParameterizedType many) {
      Type[] of = many.getActualTypeArguments();
      return of.length == 1 ? list(of[0], tree, path) : map(of[1], tree, path);
    }
    Class<?> raw = (Class<?>) type;
    if (raw == JsonNode.class) {
      return tree;
    }
    if (Family.is(raw)) {
      return variant(Family.of(raw), tree, path);
    }
    if (raw.isRecord()) {
      return Layout.of(raw).text() ? text(raw, tree, path) : record(raw, tree, path);
    }
    return Scalar.expand(raw, tree, path);
  }

  private static JsonNode list(Type item, JsonNode tree, String path) {
    if (!tree.isArray()) {
      throw new Problem(path, "must be a list, is " + show(tree));
    }
    ArrayNode expanded = Trees.list();
    for (int i = 0; i < tree.size(); i++) {
      expanded.add(expand(item, tree.get(i), path + "[" + i + "]"));
    }
    return expanded;
  }

  /** Texts of the author's own choice, each with a value. */
  private static JsonNode map(Type item, JsonNode tree, String path) {
    if (!tree.isObject()) {
      throw new Problem(path, "must map names to values, is " + show(tree));
    }
    ObjectNode expanded = Trees.object();
    for (Map.Entry<String, JsonNode> one : tree.properties()) {
      String where = Problem.join(path, one.getKey());
      expanded.set(one.getKey(), expand(item, one.getValue(), where));
    }
    return expanded;
  }

  static JsonNode variant(Family family, JsonNode tree, String path) {
    if (tree.isTextual()) {
      JsonNode preset = family.presets().get(tree.textValue());
      if (preset == null && family.variant(tree.textValue()) == null) {
        throw unknown(family, tree.textValue(), path);
      }
      return variant(family, preset == null ? typed(tree) : preset.get("for"), path);
    }
    if (!tree.isObject()) {
      String names = String.join(", ", family.names());
      throw new Problem(path, "must be one of " + names + "; is " + show(tree));
    }
    if (tree.has("preset")) {
      return Changed.anywhere(family, (ObjectNode) tree, path);
    }
    String name = tree.has("type") ? tree.get("type").asText() : family.untyped();
    if (name == null) {
      throw new Problem(path, "needs a type; allowed: " + String.join(", ", family.names()));
    }
    if (family.variant(name) == null && family.presets().containsKey(name)) {
      return Changed.outside(family, (ObjectNode) tree, name, path);
    }
    if (family.variant(name) == null) {
      String where = tree.has("type") ? Problem.join(path, "type") : path;
      throw unknown(family, name, where);
    }
    ObjectNode expanded = typed(tree.path("type"));
    expanded.put("type", name);
    expanded.setAll((ObjectNode) record(family.variant(name), tree, path));
    return expanded;
  }

  static Problem unknown(Family family, String name, String path) {
    return new Problem(path, Names.unknown(family.name(), name, family.names()));
  }

  static ObjectNode typed(JsonNode name) {
    ObjectNode object = Trees.object();
    object.set("type", name);
    return object;
  }

  private static JsonNode record(Class<?> type, JsonNode tree, String path) {
    if (!tree.isObject()) {
      throw new Problem(
          path, "must have the fields " + fields(type) + ", is " + show(tree) + meant(type, tree));
    }
    refuseUnknown(type, tree, path);
    ObjectNode expanded = Trees.object();
    for (Layout.Part part : Layout.of(type).parts()) {
      JsonNode given = tree.get(part.field());
      if (given == null && part.otherwise() == null) {
        throw new Problem(path, "lacks the field '" + part.field() + "'");
      }
      if (given == null) {
        given = Trees.standard(part.otherwise());
      }
      boolean absent = given.isNull() && part.mayBeAbsent();
      String where = Problem.join(path, part.field());
      expanded.set(part.field(), absent ? given : expand(part.type(), given, where));
    }
    return expanded;
  }

  /** {@code post} where {@code {position: post}} is needed. */
  private static String meant(Class<?> type, JsonNode tree) {
    for (RecordComponent component : type.getRecordComponents()) {
      if (tree.isTextual() && Scalar.isConstant(component.getType(), tree.textValue())) {
        String field = Names.kebab(component.getName());
        return "; did you mean {" + field + ": " + tree.textValue() + "}?";
      }
    }
    return "";
  }

  private static void refuseUnknown(Class<?> type, JsonNode tree, String path) {
    List<String> allowed = new ArrayList<>(fields(type));
    String of = "";
    if (Layout.of(type).family() != null) {
      allowed.add(0, "type");
      of = " of " + Family.name(type);
    }
    for (String field : (Iterable<String>) tree::fieldNames) {
      if (!allowed.contains(field)) {
        String instead = Names.instead(field, allowed);
        throw new Problem(
            Problem.join(path, field), "unknown field '" + field + "'" + of + instead);
      }
    }
  }

  static List<String> fields(Class<?> type) {
    return Layout.of(type).parts().stream().map(Layout.Part::field).toList();
  }

  /** Text records: checked by parsing, kept as they print. */
  private static JsonNode text(Class<?> type, JsonNode tree, String path) {
    if (tree.isContainerNode() && !tree.isArray()) {
      String expected = type.getAnnotation(Text.class).value();
      throw new Problem(path, "must be " + expected + "; is " + show(tree));
    }
    Object parsed = Bind.call(parser(type), path, Print.flat(tree));
    try {
      return Trees.yaml(parsed.toString());
    } catch (BadInput unclear) { // 010, say, which was a text in quotes
      throw new Problem(path, unclear.getMessage());
    }
  }

  static Method parser(Class<?> type) {
    try {
      return type.getMethod("parse", String.class);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(type + " is @Text but has no parse(String)", e);
    }
  }

  static String show(JsonNode tree) {
    String text = Trees.print(tree);
    return text.length() > 60 ? text.substring(0, 57) + "..." : text;
  }
}
