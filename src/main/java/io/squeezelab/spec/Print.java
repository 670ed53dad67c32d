package io.squeezelab.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Makes trees from values: the resolved form, with every field, that {@link Bind} reads back. */
public final class Print {
  private static final Map<String, JsonNode> STANDARD = new ConcurrentHashMap<>();

  private Print() {}

  public static JsonNode tree(Object value) {
    JsonNodeFactory make = JsonNodeFactory.instance;
    if (value == null) {
      return make.nullNode();
    }
    if (value instanceof JsonNode tree) {
      return tree;
    }
    if (value instanceof List<?> list) {
      ArrayNode array = Trees.list();
      list.forEach(item -> array.add(tree(item)));
      return array;
    }
    if (value instanceof Map<?, ?> map) {
      ObjectNode object = Trees.object();
      map.forEach((key, item) -> object.set(key.toString(), tree(item)));
      return object;
    }
    if (value instanceof Record record) {
      boolean text = Layout.of(record.getClass()).text();
      return text ? Trees.yaml(record.toString()) : fields(record);
    }
    return scalar(value);
  }

  private static JsonNode scalar(Object value) {
    JsonNodeFactory make = JsonNodeFactory.instance;
    if (value instanceof Boolean flag) {
      return make.booleanNode(flag);
    }
    if (value instanceof Integer || value instanceof Long) {
      return make.numberNode(((Number) value).longValue());
    }
    if (value instanceof Number number) {
      return Trees.number(number.doubleValue());
    }
    return make.textNode(value instanceof Enum<?> e ? Names.kebab(e.name()) : value.toString());
  }

  /** The shortest form of a record that reads back as it: fields at their defaults are left out. */
  public static JsonNode brief(Record record) {
    return shorten(record, fields(record));
  }

  private static ObjectNode shorten(Record record, ObjectNode tree) {
    for (Layout.Part part : Layout.of(record.getClass()).parts()) {
      if (isDefault(part, tree.get(part.field()))) {
        tree.remove(part.field());
      } else {
        shorten(part.of(record), tree.get(part.field()));
      }
    }
    return tree;
  }

  private static void shorten(Object value, JsonNode tree) {
    if (value instanceof Record inner && tree.isObject()) {
      shorten(inner, (ObjectNode) tree);
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        shorten(list.get(i), tree.get(i));
      }
    }
  }

  private static boolean isDefault(Layout.Part part, JsonNode value) {
    return part.otherwise() != null && value.equals(standard(part.type(), part.otherwise()));
  }

  /** A default in its resolved form. */
  private static JsonNode standard(Type type, Default otherwise) {
    return STANDARD.computeIfAbsent(
        otherwise.value() + " as " + type.getTypeName(),
        key -> {
          JsonNode written = Trees.standard(otherwise);
          return written.isNull() ? written : Expand.expand(type, written);
        });
  }

  private static ObjectNode fields(Record record) {
    ObjectNode object = Trees.object();
    Layout layout = Layout.of(record.getClass());
    if (layout.family() != null) {
      object.put("type", Family.name(record.getClass()));
    }
    for (Layout.Part part : layout.parts()) {
      object.set(part.field(), tree(part.of(record)));
    }
    return object;
  }

  /** A scalar's text, or a flat list as {@code [a,b]}: what a {@link Text} record parses. */
  static String flat(JsonNode tree) {
    return tree.isArray() ? Trees.print(tree).replace("\"", "") : tree.asText();
  }
}
