package io.squeezelab.spec;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;

/** Values that YAML writes without quotes: what they mean, if all readers of YAML agree on it. */
final class Plain {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Map<String, String> NOT_FINITE =
      Map.of(".inf", "Infinity", "+.inf", "Infinity", "-.inf", "-Infinity", ".nan", "NaN");

  private static final int LONGEST_NAME = 1000;
  private static final int SHOWN = 100;

  private Plain() {}

  /** Throws {@link Problem}, without a path, for a value that has two meanings or none. */
  static JsonNode read(JsonToken token, String text) {
    return switch (token) {
      case VALUE_NUMBER_INT -> whole(text);
      case VALUE_NUMBER_FLOAT -> real(text);
      case VALUE_TRUE, VALUE_FALSE -> flag(text);
      case VALUE_NULL -> NODES.nullNode();
      default -> NODES.textNode(visible(text, "\t\n\r"));
    };
  }

  /** A field's name, or a label; throws {@link Problem}. */
  static String name(String name) {
    int length = name.length();
    Check.that(
        length <= LONGEST_NAME,
        "",
        "is a name of " + length + " characters; it may have " + LONGEST_NAME);
    Check.that(
        !name.equals("<<"),
        "",
        "YAML's merge key is not read; the field extends lays files on each other");
    return visible(name, "");
  }

  /** A name for a message that says what is wrong with it. */
  static String shown(String name) {
    String start = name.substring(0, Math.min(name.length(), SHOWN));
    return (start + (name.length() > SHOWN ? "…" : "")).replaceAll("\\p{Cntrl}", "?");
  }

  /** A text that says what it seems to say, in a terminal too. */
  private static String visible(String text, String allowed) {
    text.chars()
        .filter(c -> Character.isISOControl(c) && allowed.indexOf(c) < 0)
        .findFirst()
        .ifPresent(
            c -> {
              throw new Problem("", "has the character U+%04X, which nobody sees".formatted(c));
            });
    return text;
  }

  /** {@code yes} and {@code no} are texts since YAML 1.2. */
  private static JsonNode flag(String text) {
    String low = text.toLowerCase(Locale.ROOT);
    boolean plain = low.matches("true|false");
    boolean meant = low.matches("true|yes|on|y");
    Check.that(
        plain,
        "",
        "'%s' is a truth value to some readers of YAML and a text to others; write %s, or \"%s\""
            .formatted(text, meant, text));
    return NODES.booleanNode(meant);
  }

  private static JsonNode whole(String text) {
    String digits = text.replace("_", "");
    boolean two = digits.matches("[+-]?0[0-9]+|[+-]?0[bB].*");
    Check.that(
        !two,
        "",
        text + " is not the same number to all readers of YAML; write it without the 0 in front");
    boolean hex = digits.matches("[+-]?0x.*");
    BigInteger number =
        hex ? new BigInteger(digits.replaceFirst("0x", ""), 16) : new BigInteger(digits);
    Check.that(number.bitLength() < Long.SIZE, "", text + " is too large for a whole number");
    return NODES.numberNode(number.longValue());
  }

  private static JsonNode real(String text) {
    String named = NOT_FINITE.get(text.toLowerCase(Locale.ROOT));
    if (named != null) {
      return NODES.textNode(named); // as JSON writes it, which has no such numbers
    }
    double number = number(text);
    Check.that(Double.isFinite(number), "", text + " is too large for a number");
    boolean vanished = number == 0 && text.split("[eE]")[0].matches(".*[1-9].*");
    Check.that(!vanished, "", text + " is too small for a number; write 0");
    return NODES.numberNode(number);
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text.replace("_", ""));
    } catch (NumberFormatException e) { // 1:30.5 was a number in base 60
      throw new Problem("", text + " is a number to some readers of YAML alone; quote a text");
    }
  }
}
