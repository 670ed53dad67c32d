package io.squeezelab.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The members of a family as trees, for tests that a variant added later passes through without a
 * new line: every variant at its defaults, then with one of its components changed at a time (every
 * constant of an enum, true and false, 4 for a whole number, every variant of another family).
 */
public final class Walk {
  private Walk() {}

  public static <T> List<JsonNode> members(Class<T> family) {
    Set<JsonNode> trees = new LinkedHashSet<>();
    Set<T> seen = new LinkedHashSet<>();
    for (Class<?> variant : Family.of(family).variants().values()) {
      ObjectNode plain = plain(variant);
      seen.add(Bind.read(family, plain)); // a variant must take its own defaults
      trees.add(plain);
      for (RecordComponent component : variant.getRecordComponents()) {
        for (JsonNode value : alternatives(component.getGenericType())) {
          ObjectNode changed = plain.deepCopy();
          changed.set(Names.kebab(component.getName()), value);
          try {
            if (seen.add(Bind.read(family, changed))) {
              trees.add(changed);
            }
          } catch (Problem refused) {
            continue; // a constructor's right
          }
        }
      }
    }
    return List.copyOf(trees);
  }

  /** The presets of a family by name. */
  public static List<JsonNode> presets(Class<?> family) {
    return Family.of(family).presets().keySet().stream().map(Walk::text).toList();
  }

  private static JsonNode text(String name) {
    return Trees.yaml(name);
  }

  /** A variant with nothing written but what it needs. */
  private static ObjectNode plain(Class<?> variant) {
    ObjectNode tree = Trees.object();
    tree.put("type", Family.name(variant));
    for (RecordComponent component : variant.getRecordComponents()) {
      if (component.getAnnotation(Default.class) == null) {
        tree.set(Names.kebab(component.getName()), alternatives(component.getGenericType()).get(0));
      }
    }
    return tree;
  }

  private static List<JsonNode> alternatives(Type type) {
    List<JsonNode> values = new ArrayList<>();
    if (type instanceof ParameterizedType list) {
      ArrayNode two = Trees.list();
      List<JsonNode> items = alternatives(list.getActualTypeArguments()[0]);
      two.add(items.get(0)).add(items.get(items.size() - 1));
      return List.of(two);
    }
    Class<?> raw = Scalar.unboxed((Class<?>) type);
    if (Family.is(raw)) {
      values.addAll(presets(raw));
      for (Class<?> variant : Family.of(raw).variants().values()) {
        if (needsNothing(variant)) {
          values.add(text(Family.name(variant)));
        }
      }
    } else if (raw.isEnum()) {
      for (Object constant : raw.getEnumConstants()) {
        values.add(text(Names.kebab(constant.toString())));
      }
    } else if (raw == boolean.class) {
      values.addAll(List.of(text("true"), text("false")));
    } else if (raw == int.class) {
      values.add(text("4"));
    } else if (raw == double.class) {
      values.add(text("0.5"));
    }
    return values;
  }

  private static boolean needsNothing(Class<?> variant) {
    for (RecordComponent component : variant.getRecordComponents()) {
      if (component.getAnnotation(Default.class) == null) {
        return false;
      }
    }
    return true;
  }
}
