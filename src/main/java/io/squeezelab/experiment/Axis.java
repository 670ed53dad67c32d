package io.squeezelab.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Trees;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A field of the trial, and the values that it takes in turn.
 *
 * @param path dotted field names within the trial: {@code attention.squeeze}
 * @param labels of the values, each of them different
 */
record Axis(String path, List<JsonNode> values, List<String> labels) {

  static Axis of(String path, JsonNode values) {
    String where = Problem.join("axes", path);
    Route.check(path, where);
    if (!values.isArray()) {
      throw new Problem(where, "must be a list of values, is " + Trees.print(values));
    }
    if (values.isEmpty()) {
      throw new Problem(where, "is an empty axis: the experiment would have no arms");
    }
    Map<JsonNode, Integer> seen = new HashMap<>();
    List<JsonNode> list = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      Integer before = seen.putIfAbsent(values.get(i), i);
      if (before != null) {
        throw new Problem(
            where + "[" + i + "]",
            Trees.print(values.get(i))
                + " stands twice on this axis: the arms would be duplicates");
      }
      list.add(values.get(i));
    }
    return new Axis(path, List.copyOf(list), labels(path, list));
  }

  /** Values whose short labels are the same are shown in full. */
  private static List<String> labels(String path, List<JsonNode> values) {
    List<String> brief = values.stream().map(value -> label(path, value)).toList();
    return IntStream.range(0, values.size())
        .mapToObj(
            i ->
                Collections.frequency(brief, brief.get(i)) == 1
                    ? brief.get(i)
                    : Trees.print(values.get(i)))
        .toList();
  }

  /** Where the file has the i-th value. */
  String origin(int i) {
    return Problem.join("axes", path) + "[" + i + "]";
  }

  /**
   * A value as people read it: {@code max}; {@code gem p=3} for an object; with the field's name
   * where the value alone says too little, as {@code depth=20}.
   */
  static String label(String path, JsonNode value) {
    String field = path.substring(path.lastIndexOf('.') + 1);
    if (value.isTextual() && value.textValue().length() > 1) {
      return value.textValue();
    }
    if (!value.isObject()) {
      return field + "=" + Trees.print(value).replace("\"", "");
    }
    if (value.size() == 1) { // {type: max}, {excite: {type: conv1d, kernel: 3}}
      return label(value.fieldNames().next(), value.iterator().next());
    }
    StringBuilder label = new StringBuilder(value.path("type").asText(""));
    value
        .properties()
        .forEach(
            entry -> {
              if (!entry.getKey().equals("type")) {
                label
                    .append(label.isEmpty() ? "" : " ")
                    .append(part(entry.getKey(), entry.getValue()));
              }
            });
    return label.toString();
  }

  private static String part(String field, JsonNode value) {
    if (value.isTextual() || value.isObject()) {
      String inner = label(field, value);
      return value.isObject() && inner.contains(" ") ? "(" + inner + ")" : inner;
    }
    return field + "=" + Trees.print(value).replace("\"", "");
  }
}
