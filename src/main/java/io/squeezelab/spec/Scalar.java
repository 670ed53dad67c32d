package io.squeezelab.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Components that are one value: numbers, texts, truth values and the constants of an enum. */
final class Scalar {
  private static final List<String> NOT_FINITE = List.of("NaN", "Infinity", "-Infinity");

  private Scalar() {}

  /** The resolved form of a value that is to be of this type; throws {@link Problem}. */
  static JsonNode check(Class<?> type, JsonNode tree, String path) {
    if (!fits(type, tree)) {
      throw new Problem(path, "must be " + kind(type) + ", is " + show(tree));
    }
    if (type.isEnum() && constant(type, tree) == null) {
      String what = Names.kebab(type.getSimpleName());
      throw new Problem(path, Names.unknown(what, tree.textValue(), constants(type)));
    }
    return type == double.class ? Trees.number(number(tree)) : tree;
  }

  /** The value of a checked tree. */
  static Object value(Class<?> type, JsonNode tree) {
    if (type.isEnum()) {
      return constant(type, tree);
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

  private static boolean fits(Class<?> type, JsonNode tree) {
    if (type == boolean.class) {
      return tree.isBoolean();
    }
    if (type == int.class || type == long.class) {
      return tree.isIntegralNumber() && (type == long.class || tree.canConvertToInt());
    }
    return type == double.class ? isNumber(tree) : tree.isTextual();
  }

  private static boolean isNumber(JsonNode tree) {
    return tree.isNumber() || tree.isTextual() && NOT_FINITE.contains(tree.textValue());
  }

  /** JSON has no NaN and no infinities: they are kept as text. */
  private static double number(JsonNode tree) {
    return tree.isNumber() ? tree.doubleValue() : Double.parseDouble(tree.textValue());
  }

  private static Object constant(Class<?> type, JsonNode tree) {
    String name = tree.textValue().toLowerCase(Locale.ROOT);
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> Names.kebab(constant.toString()).equals(name))
        .findFirst()
        .orElse(null);
  }

  private static List<String> constants(Class<?> type) {
    return Arrays.stream(type.getEnumConstants()).map(c -> Names.kebab(c.toString())).toList();
  }

  private static String kind(Class<?> type) {
    if (type.isEnum()) {
      return "one of " + String.join(", ", constants(type));
    }
    if (type == int.class || type == long.class) {
      return "a whole number";
    }
    if (type == boolean.class) {
      return "true or false";
    }
    return type == double.class ? "a number" : "a text";
  }

  /** A tree as a message shows it. */
  static String show(JsonNode tree) {
    String text = Trees.print(tree);
    return text.length() > 60 ? text.substring(0, 57) + "..." : text;
  }
}
