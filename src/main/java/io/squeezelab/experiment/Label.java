package io.squeezelab.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.spec.Fields;
import io.squeezelab.spec.Trees;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Values as people read them. */
final class Label {
  private Label() {}

  /**
   * {@code max}; {@code gem p=3} for an object; with the field's name where the value alone says
   * too little, as {@code depth=20}.
   */
  static String of(String path, JsonNode value) {
    String field = Fields.last(path);
    if (value.isTextual() && value.textValue().length() > 1) {
      return value.textValue();
    }
    if (!value.isObject()) {
      return field + "=" + Trees.print(value).replace("\"", "");
    }
    if (value.size() == 1) { // {type: max}, {excite: {type: conv1d, kernel: 3}}
      return of(value.fieldNames().next(), value.iterator().next());
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
      String inner = of(field, value);
      return value.isObject() && inner.contains(" ") ? "(" + inner + ")" : inner;
    }
    return field + "=" + Trees.print(value).replace("\"", "");
  }

  /** As it is written in a file, more or less: {@code [avg, {type: gem, p: 3}]}. */
  static String written(JsonNode value) {
    if (value.isObject()) {
      return value.properties().stream()
          .map(field -> field.getKey() + ": " + written(field.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value.isArray()) {
      return StreamSupport.stream(value.spliterator(), false)
          .map(Label::written)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    return value.asText();
  }
}
