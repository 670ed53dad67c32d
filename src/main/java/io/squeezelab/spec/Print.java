package io.squeezelab.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;

/** Makes trees from values: the resolved form, with every field, that {@link Bind} reads back. */
public final class Print {
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
      boolean text = record.getClass().isAnnotationPresent(Text.class);
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
    ObjectNode all = fields(record);
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      String field = Names.kebab(component.getName());
      Object value = read(record, component);
      if (isDefault(component, all.get(field))) {
        all.remove(field);
      } else if (value instanceof Record inner && !all.get(field).isValueNode()) {
        all.set(field, brief(inner));
      } else if (value instanceof List<?> list
          && list.stream().allMatch(Record.class::isInstance)) {
        ArrayNode items = Trees.list();
        list.forEach(item -> items.add(brief((Record) item)));
        all.set(field, items);
      }
    }
    return all;
  }

  private static boolean isDefault(RecordComponent component, JsonNode value) {
    Default otherwise = component.getAnnotation(Default.class);
    if (otherwise == null) {
      return false;
    }
    JsonNode absent = Trees.yaml(otherwise.value());
    return absent.isNull()
        ? value.isNull()
        : Expand.expand(component.getGenericType(), absent).equals(value);
  }

  private static ObjectNode fields(Record record) {
    ObjectNode object = Trees.object();
    if (Family.above(record.getClass()) != null) {
      object.put("type", Family.name(record.getClass()));
    }
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      object.set(Names.kebab(component.getName()), tree(read(record, component)));
    }
    return object;
  }

  private static Object read(Record record, RecordComponent component) {
    try {
      component.getAccessor().trySetAccessible();
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component + " cannot be read", e);
    }
  }

  /** A scalar's text, or a flat list as {@code [a,b]}: what a {@link Text} record parses. */
  static String flat(JsonNode tree) {
    return tree.isArray() ? Trees.print(tree).replace("\"", "") : tree.asText();
  }
}
