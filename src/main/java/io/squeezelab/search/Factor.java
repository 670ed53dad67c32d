package io.squeezelab.search;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.spec.Names;
import io.squeezelab.spec.Problem;
import java.util.List;

/**
 * An axis of an experiment, as a search sees it.
 *
 * @param name path of the field, or name of the group of fields
 * @param levels its values as people read them
 */
public record Factor(String name, List<String> levels) {
  public Factor {
    levels = List.copyOf(levels);
  }

  /** A level as it is read behind the factor's name: {@code 8} of {@code reduction=8}. */
  String value(int level) {
    String field = name.substring(name.lastIndexOf('.') + 1) + "=";
    String label = levels.get(level);
    return label.startsWith(field) ? label.substring(field.length()) : label;
  }

  /**
   * The level that somebody wrote: {@code max}; {@code 8} for {@code reduction=8}.
   *
   * @param field that it was written in
   */
  int level(JsonNode written, String field) {
    String text = written.isTextual() ? written.textValue() : written.toString();
    if (levels.contains(text)) {
      return levels.indexOf(text);
    }
    for (int i = 0; i < levels.size(); i++) {
      if (levels.get(i).endsWith("=" + text)) {
        return i;
      }
    }
    throw new Problem(Problem.join(field, name), Names.unknown("level", text, levels));
  }
}
