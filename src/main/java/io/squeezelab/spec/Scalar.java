package io.squeezelab.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Values that are no records: numbers, texts, truth values and enum constants, as fields and, in
 * their boxed types, as members of lists.
 */
final class Scalar {
  private static final List<String> NOT_FINITE = List.of("NaN", "Infinity", "-Infinity");
  private static final Map<Class<?>, Class<?>> UNBOXED =
      Map.of(
          Integer.class, int.class,
          Long.class, long.class,
          Double.class, double.class,
          Boolean.class, boolean.class);

  private Scalar() {}

  /** {@code int} for {@code Integer}, as a list has it; any other class is itself. */
  static Class<?> unboxed(Class<?> type) {
    return UNBOXED.getOrDefault(type, type);
  }

  /** The tree itself, in its one spelling, if it fits the type; throws {@link Problem}. */
  static JsonNode expand(Class<?> boxed, JsonNode tree, String path) {
    Class<?> type = unboxed(boxed);
    if (!fits(type, tree)) {
      throw new Problem(path, "must be " + kind(type, tree) + ", is " + Expand.show(tree));
    }
    if (type.isEnum() && !isConstant(type, tree.textValue())) {
      String what = Names.kebab(type.getSimpleName());
      throw new Problem(path, Names.unknown(what, tree.textValue(), constants(type)));
    }
    return type == double.class ? Trees.number(number(tree)) : tree;
  }

  static boolean isConstant(Class<?> type, String text) {
    return type.isEnum() && constants(type).contains(text.toLowerCase(Locale.ROOT));
  }

  /** The constant with this name, which is one. */
  static Object constant(Class<?> type, String text) {
    return type.getEnumConstants()[constants(type).indexOf(text.toLowerCase(Locale.ROOT))];
  }

  /** NaN or an infinity, where the text is that. */
  static OptionalDouble notFinite(String text) {
    return NOT_FINITE.contains(text)
        ? OptionalDouble.of(Double.parseDouble(text))
        : OptionalDouble.empty();
  }

  private static boolean fits(Class<?> type, JsonNode tree) {
    if (type == boolean.class) {
      return tree.isBoolean();
    }
    if (type == int.class) {
      return tree.isIntegralNumber() && tree.canConvertToInt();
    }
    if (type == long.class) {
      return tree.isIntegralNumber() && tree.canConvertToLong();
    }
    return type == double.class ? isNumber(tree) : tree.isTextual();
  }

  private static boolean isNumber(JsonNode tree) {
    return tree.isNumber() || tree.isTextual() && NOT_FINITE.contains(tree.textValue());
  }

  private static String kind(Class<?> type, JsonNode tree) {
    if (type.isEnum()) {
      return "one of " + String.join(", ", constants(type));
    }
    if (type == int.class && tree.isIntegralNumber()) {
      return "a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE;
    }
    return Map.of(boolean.class, "true or false", double.class, "a number", String.class, "a text")
        .getOrDefault(type, "a whole number");
  }

  private static List<String> constants(Class<?> type) {
    return Arrays.stream(type.getEnumConstants()).map(c -> Names.kebab(c.toString())).toList();
  }

  /** The value of a tree that {@link #expand} let pass. */
  static Object make(Class<?> boxed, JsonNode tree) {
    Class<?> type = unboxed(boxed);
    if (type.isEnum()) {
      return constant(type, tree.textValue());
    }
    if (type == int.class) {
      return tree.intValue();
    }
    if (type == long.class) {
      return tree.longValue();
    }
    if (type == double.class) {
      return number(tree);
    }
    return type == boolean.class ? (Object) tree.booleanValue() : tree.textValue();
  }

  /** JSON has no NaN and no infinities: they are kept as text. */
  private static double number(JsonNode tree) {
    return tree.isNumber() ? tree.doubleValue() : Double.parseDouble(tree.textValue());
  }
}
