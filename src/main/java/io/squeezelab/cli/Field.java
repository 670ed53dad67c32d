package io.squeezelab.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.Family;
import io.squeezelab.spec.Names;
import io.squeezelab.spec.Text;
import io.squeezelab.spec.Trees;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One field of a variant, as a user may write it.
 *
 * @param type {@code true or false}, {@code whole number}, the constants of an enum, the name of a
 *     family, …
 * @param standard the value where nothing is written, as YAML; null where something must be
 * @param fields those of an object
 */
record Field(String name, String type, String standard, List<Field> fields) {

  static List<Field> of(Class<?> variant) {
    return Arrays.stream(variant.getRecordComponents()).map(Field::of).toList();
  }

  private static Field of(RecordComponent component) {
    Default otherwise = component.getAnnotation(Default.class);
    return new Field(
        Names.kebab(component.getName()),
        type(component.getGenericType()),
        otherwise == null ? null : otherwise.value(),
        inner(component.getGenericType()));
  }

  private static List<Field> inner(Type type) {
    if (type instanceof ParameterizedType list) {
      return inner(list.getActualTypeArguments()[0]);
    }
    Class<?> raw = (Class<?>) type;
    return raw.isRecord() && !raw.isAnnotationPresent(Text.class) ? of(raw) : List.of();
  }

  private static String type(Type type) {
    if (type instanceof ParameterizedType list) {
      return "list of " + type(list.getActualTypeArguments()[0]);
    }
    Class<?> raw = (Class<?>) type;
    if (Family.is(raw)) {
      return Family.of(raw).name();
    }
    if (raw.isEnum()) {
      return Arrays.stream(raw.getEnumConstants())
          .map(constant -> Names.kebab(constant.toString()))
          .collect(Collectors.joining(", "));
    }
    if (raw.isAnnotationPresent(Text.class)) {
      return raw.getAnnotation(Text.class).value();
    }
    return raw.isRecord() ? "object" : scalar(raw);
  }

  private static String scalar(Class<?> type) {
    if (type == boolean.class) {
      return "true or false";
    }
    boolean whole = type == int.class || type == long.class || type == Integer.class;
    boolean number = type == double.class || type == Double.class;
    return whole ? "whole number" : number ? "number" : "text";
  }

  /** {@code reduction: 16}, as it would be written. */
  @Override
  public String toString() {
    return name + ": " + (standard == null ? "(required)" : standard);
  }

  /** This field, and under it those of an object, as {@code of.kernel}. */
  List<Field> flat() {
    List<Field> all = new ArrayList<>(List.of(this));
    for (Field inner : fields) {
      String path = name + "." + inner.name;
      all.addAll(new Field(path, inner.type, inner.standard, inner.fields).flat());
    }
    return all;
  }

  ObjectNode tree() {
    ObjectNode tree = Trees.object();
    tree.put("name", name);
    tree.put("type", type);
    tree.put("required", standard == null);
    JsonNode value = standard == null ? Trees.yaml("null") : Trees.yaml(standard);
    tree.set("default", value);
    if (!fields.isEmpty()) {
      tree.putArray("fields").addAll(fields.stream().map(Field::tree).toList());
    }
    return tree;
  }
}
