package io.squeezelab.spec;

import com.fasterxml.jackson.databind.JsonNode;
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
 * constant of an enum, true and false, every variant of another family and its first preset; of
 * numbers, texts and lists the first that the variant takes).
 */
public final class Walk {
  private static final List<String> WHOLE = List.of("4", "3", "2", "1");
  private static final List<String> REAL = List.of("0.5", "2.0", "0.1");
  private static final List<String> WRITTEN = List.of("3", "7", "4", "2", "[3, 7]", "4x4", "2x2");

  private Walk() {}

  public static <T> List<JsonNode> members(Class<T> family) {
    Set<JsonNode> trees = new LinkedHashSet<>();
    Set<T> seen = new LinkedHashSet<>();
    for (Class<?> variant : Family.of(family).variants().values()) {
      ObjectNode plain = plain(family, variant);
      if (seen.add(Bind.read(family, plain))) {
        trees.add(plain);
      }
      for (RecordComponent component : variant.getRecordComponents()) {
        boolean one = !every(component.getType());
        for (JsonNode value : alternatives(component.getGenericType())) {
          ObjectNode changed = plain.deepCopy();
          changed.set(Names.kebab(component.getName()), value);
          if (accepts(family, changed) && seen.add(Bind.read(family, changed))) {
            trees.add(changed);
            if (one) {
              break;
            }
          }
        }
      }
    }
    return List.copyOf(trees);
  }

  /** Every variant of a family with nothing written but what it needs. */
  public static List<JsonNode> plain(Class<?> family) {
    return Family.of(family).variants().values().stream()
        .map(variant -> (JsonNode) plain(family, variant))
        .toList();
  }

  /** The presets of a family by name. */
  public static List<JsonNode> presets(Class<?> family) {
    return Family.of(family).presets().keySet().stream().map(Walk::text).toList();
  }

  private static JsonNode text(String name) {
    return Trees.yaml(name);
  }

  private static boolean accepts(Class<?> family, JsonNode tree) {
    try {
      Bind.read(family, tree);
      return true;
    } catch (Problem refused) {
      return false; // a constructor's right
    }
  }

  /** A variant with the first values of what it needs that it takes. */
  private static ObjectNode plain(Class<?> family, Class<?> variant) {
    List<ObjectNode> candidates = new ArrayList<>();
    candidates.add(Trees.object().put("type", Family.name(variant)));
    for (RecordComponent component : variant.getRecordComponents()) {
      if (component.getAnnotation(Default.class) == null) {
        List<ObjectNode> longer = new ArrayList<>();
        for (ObjectNode candidate : candidates) {
          for (JsonNode value : alternatives(component.getGenericType())) {
            ObjectNode tree = candidate.deepCopy();
            tree.set(Names.kebab(component.getName()), value);
            longer.add(tree);
          }
        }
        candidates = longer;
      }
    }
    return candidates.stream()
        .filter(tree -> accepts(family, tree))
        .findFirst()
        .orElseThrow(() -> new AssertionError(variant + " does not take its own defaults"));
  }

  /** Whether every value of this kind is tried, and not only the first that is taken. */
  private static boolean every(Class<?> type) {
    return type.isEnum() || type == boolean.class || Family.is(type);
  }

  private static List<JsonNode> alternatives(Type type) {
    if (type instanceof ParameterizedType list) {
      return lists(alternatives(list.getActualTypeArguments()[0]));
    }
    Class<?> raw = Scalar.unboxed((Class<?>) type);
    if (Family.is(raw)) {
      List<JsonNode> values = new ArrayList<>();
      presets(raw).stream().limit(1).forEach(values::add);
      Family.of(raw).variants().values().stream()
          .filter(Walk::needsNothing)
          .forEach(variant -> values.add(text(Family.name(variant))));
      return values;
    }
    List<String> written =
        raw == boolean.class
            ? List.of("true", "false")
            : raw == int.class
                ? WHOLE
                : raw == double.class ? REAL : raw.isRecord() ? records(raw) : constants(raw);
    return written.stream().map(Walk::text).toList();
  }

  private static List<String> records(Class<?> type) {
    return type.isAnnotationPresent(Text.class)
        ? WRITTEN
        : needsNothing(type) ? List.of("{}") : List.of();
  }

  private static List<String> constants(Class<?> type) {
    List<String> names = new ArrayList<>();
    if (type.isEnum()) {
      for (Object constant : type.getEnumConstants()) {
        names.add(Names.kebab(constant.toString()));
      }
    }
    return names;
  }

  /** Of two different items, beginning with the first and the last; twice the first; backwards. */
  private static List<JsonNode> lists(List<JsonNode> items) {
    List<JsonNode> lists = new ArrayList<>();
    for (int i = items.size() - 1; i >= 0; i--) {
      lists.add(Trees.list().add(items.get(0)).add(items.get(i)));
    }
    for (int i = items.size() - 1; i > 0; i--) {
      lists.add(Trees.list().add(items.get(i)).add(items.get(0)));
    }
    return lists;
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
