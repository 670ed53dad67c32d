package io.squeezelab.analysis;

import java.util.List;
import java.util.Map;

/**
 * Which factors are part of another's level: the kernel is a factor of some excitations alone, and
 * is there in all of their trials.
 *
 * @param rows by trial its levels by path
 */
record Nesting(List<Map<String, String>> rows) {

  /**
   * How many columns of a term there can be: a factor that only some levels of another have
   * interacts with it within those alone.
   */
  int possible(Term term) {
    if (term.factors().size() < 2) {
      return term.width();
    }
    Factor first = term.factors().get(0);
    Factor second = term.factors().get(1);
    return meeting(first, second) * meeting(second, first);
  }

  /** Contrasts of a factor where it meets the other. */
  private int meeting(Factor factor, Factor other) {
    if (!factor.levels().stream().allMatch(level -> whole(factor, level, other))) {
      return factor.width();
    }
    List<Map<String, String>> both = rows.stream().filter(other::in).toList();
    return Math.max(0, Factor.of(factor.path(), both).width());
  }

  /** Whether all trials of a level have the other factor, or none. */
  private boolean whole(Factor factor, String level, Factor other) {
    return rows.stream()
            .filter(row -> level.equals(row.get(factor.path())))
            .map(other::in)
            .distinct()
            .count()
        == 1;
  }
}
