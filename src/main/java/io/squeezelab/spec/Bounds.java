package io.squeezelab.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Between which numbers a record's components have to lie, found by asking it: its constructor is
 * given numbers far too small and far too large, and refuses them in the words of {@link Check}.
 * Bounds that move with another component are left out.
 */
final class Bounds {
  private static final Set<Type> NUMBERS = Set.of(int.class, long.class, double.class);
  private static final List<String> FAR = List.of("-1000000007", "1000000007");
  private static final List<String> NEAR = List.of("0", "1", "2", "3", "8", "64", "0.25", "0.75");
  private static final String NUMBER = "(-?[\\d.]+(?:E-?\\d+)?)";

  /** What {@link Check} says, and the keywords for the numbers in it. */
  private static final Map<Pattern, List<String>> SAID = new LinkedHashMap<>();

  static {
    say("must be at least N and below N, is", "minimum", "exclusiveMaximum");
    say("must be at least N, is", "minimum");
    say("must be above N, is", "exclusiveMinimum");
    say("must be at most N, is", "maximum");
    say("must be an odd number from N to N, is", "minimum", "maximum");
    say("must be from N to N[,;] is", "minimum", "maximum");
  }

  private final Class<?> type;

  private Bounds(Class<?> type) {
    this.type = type;
  }

  private static void say(String words, String... keywords) {
    SAID.put(Pattern.compile("^" + words.replace("N", NUMBER)), List.of(keywords));
  }

  /** JSON Schema's keywords with their numbers, by the components' names in files. */
  static Map<String, ObjectNode> of(Class<?> record) {
    return new Bounds(record).find();
  }

  private Map<String, ObjectNode> find() {
    Map<String, ObjectNode> found = new LinkedHashMap<>();
    ObjectNode plain = Sample.of(type);
    if (plain == null) {
      return found;
    }
    List<String> numbers =
        Layout.of(type).parts().stream()
            .filter(part -> NUMBERS.contains(part.type()))
            .map(Layout.Part::field)
            .toList();
    for (String field : numbers) {
      ObjectNode bounds = bounds(plain, field);
      numbers.stream()
          .filter(other -> !other.equals(field))
          .forEach(other -> forget(bounds, plain, field, other));
      found.put(field, bounds);
    }
    return found;
  }

  /** Leaves those alone that stay where they are when another component changes. */
  private void forget(ObjectNode bounds, ObjectNode plain, String field, String other) {
    for (String value : NEAR) {
      ObjectNode moved = plain.deepCopy();
      moved.set(other, Trees.yaml(value));
      if (!bounds.isEmpty() && refusal(moved) == null) {
        ObjectNode then = bounds(moved, field);
        bounds.properties().removeIf(one -> !one.getValue().equals(then.get(one.getKey())));
      }
    }
  }

  private ObjectNode bounds(ObjectNode plain, String field) {
    ObjectNode bounds = Trees.object();
    for (String far : FAR) {
      ObjectNode tree = plain.deepCopy();
      tree.set(field, Trees.yaml(far));
      Problem refusal = refusal(tree);
      if (refusal != null && refusal.path().equals(field)) {
        read(refusal.getMessage(), bounds);
      }
    }
    return bounds;
  }

  private static void read(String message, ObjectNode bounds) {
    for (Map.Entry<Pattern, List<String>> one : SAID.entrySet()) {
      Matcher said = one.getKey().matcher(message);
      if (said.find()) {
        for (int i = 0; i < said.groupCount(); i++) {
          bounds.set(one.getValue().get(i), Trees.yaml(said.group(i + 1)));
        }
        return;
      }
    }
  }

  /** Why the record does not take these values; null if it does. */
  private Problem refusal(JsonNode tree) {
    try {
      Bind.read(type, tree);
      return null;
    } catch (Problem refused) {
      return refused;
    }
  }
}
