package io.squeezelab.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Map;

/**
 * Whether a value in resolved form is what somebody has in mind: a name means every value of that
 * variant, or what a preset of that name stands for; an object all values that have these fields.
 */
public final class Likeness {
  private Likeness() {}

  /**
   * @param type of the whole tree, a record
   * @param path in full, of a field that the tree has
   * @param meant what the field is compared with; a list of values means any of them, unless the
   *     field itself takes a list
   * @throws Problem if the field could have no such value
   */
  public static boolean fits(Class<?> type, JsonNode tree, String path, JsonNode meant) {
    Type at = type;
    JsonNode value = tree;
    for (String step : path.split("\\.|(?=\\[)")) {
      at = step.startsWith("[") ? items(at) : field(at, value, step);
      value = step.startsWith("[") ? value.get(index(step)) : value.get(step);
    }
    return any(at, value, meant);
  }

  private static int index(String step) {
    return Integer.parseInt(step.substring(1, step.length() - 1));
  }

  private static Type items(Type list) {
    return ((ParameterizedType) list).getActualTypeArguments()[0];
  }

  /** The type of a field; of a map's, the type of its values. */
  private static Type field(Type type, JsonNode value, String name) {
    if (type instanceof ParameterizedType map) {
      return map.getActualTypeArguments()[1];
    }
    for (RecordComponent component : record((Class<?>) type, value).getRecordComponents()) {
      if (Names.kebab(component.getName()).equals(name)) {
        return component.getGenericType();
      }
    }
    return null; // it has no such field
  }

  private static Class<?> record(Class<?> type, JsonNode value) {
    return Family.is(type) ? Family.of(type).variant(value.path("type").asText()) : type;
  }

  private static boolean any(Type type, JsonNode value, JsonNode meant) {
    if (!meant.isArray() || takesLists(type, meant)) {
      return one(type, value, meant);
    }
    for (JsonNode each : meant) {
      if (one(type, value, each)) {
        return true;
      }
    }
    return false;
  }

  private static boolean takesLists(Type type, JsonNode list) {
    for (JsonNode each : list) {
      if (each.isArray()) {
        return false; // several lists
      }
    }
    try {
      Expand.expand(type, list);
      return true;
    } catch (Problem noList) {
      return false;
    }
  }

  private static boolean one(Type type, JsonNode value, JsonNode meant) {
    if (value.isNull() || meant.isNull()) {
      return value.isNull() && meant.isNull();
    }
    boolean family = type instanceof Class<?> raw && Family.is(raw);
    if (family && meant.isTextual()) {
      return named(Family.of((Class<?>) type), value, meant.textValue());
    }
    boolean record = type instanceof Class<?> raw && raw.isRecord() && !text(raw);
    if (meant.isObject() && (family && !changed((Class<?>) type, meant) || record)) {
      return fields((Class<?>) type, value, meant);
    }
    JsonNode whole = Expand.expand(type, meant);
    return Trees.print(whole).equals(Trees.print(value)); // an int is no long, but prints like one
  }

  /** Whether it is a preset with fields changed, which is one value and no other. */
  private static boolean changed(Class<?> family, JsonNode meant) {
    String type = meant.path("type").asText();
    return meant.has("preset") || Family.of(family).presets().containsKey(type);
  }

  private static boolean text(Class<?> record) {
    return record.isAnnotationPresent(Text.class);
  }

  private static boolean named(Family family, JsonNode value, String name) {
    JsonNode preset = family.presets().get(name);
    if (preset != null) {
      return fields(family.type(), value, preset.get("for"));
    }
    if (family.variant(name) == null) {
      throw Expand.unknown(family, name, "");
    }
    return value.path("type").asText().equals(name);
  }

  private static boolean fields(Class<?> type, JsonNode value, JsonNode meant) {
    if (meant.has("type") && !named(Family.of(type), value, meant.get("type").asText())) {
      return false;
    }
    boolean all = true;
    for (Map.Entry<String, JsonNode> field : meant.properties()) {
      if (Family.is(type) && field.getKey().equals("type")) {
        continue;
      }
      Type of = field(type, value, field.getKey());
      if (of == null && !Family.is(type)) {
        String unknown = Names.unknown("field", field.getKey(), Expand.fields(type));
        throw new Problem(field.getKey(), unknown);
      }
      all &= of != null && any(of, value.get(field.getKey()), field.getValue());
    }
    return all;
  }
}
