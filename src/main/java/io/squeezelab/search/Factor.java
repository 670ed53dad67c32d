package io.squeezelab.search;

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
}
