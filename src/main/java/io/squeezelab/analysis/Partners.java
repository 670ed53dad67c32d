package io.squeezelab.analysis;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What each arm differs from by its attention alone: the arm with the same levels of all other
 * factors and the baseline's levels of attention. In a grid of networks and attention that is the
 * same network with the baseline's attention; where the baseline has no level of attention, or
 * nothing else varies, it is the baseline.
 */
final class Partners {
  private final Study study;
  private final Map<String, String> plain;

  private Partners(Study study) {
    this.study = study;
    plain = levels(study.baseline());
    plain.keySet().removeIf(path -> !attention(path));
  }

  static Partners of(Study study) {
    return new Partners(study);
  }

  /** Its label; that of the arm itself where that is a baseline; null where the study has none. */
  String of(String arm) {
    if (plain.isEmpty() || arm.equals(study.baseline())) {
      return study.baseline();
    }
    Map<String, String> wanted = levels(arm);
    wanted.keySet().removeIf(Partners::attention);
    wanted.putAll(plain);
    return study.arms().stream().filter(a -> levels(a).equals(wanted)).findFirst().orElse(null);
  }

  /**
   * Factors in which an arm and its partner agree; none where the baseline is all arms' partner.
   */
  Set<String> shared() {
    Set<String> paths = new LinkedHashSet<>();
    if (!plain.isEmpty()) {
      study.design().factors().values().forEach(levels -> paths.addAll(levels.keySet()));
      paths.removeIf(Partners::attention);
    }
    return paths;
  }

  private Map<String, String> levels(String arm) {
    return new HashMap<>(study.design().factors().getOrDefault(arm, Map.of()));
  }

  private static boolean attention(String path) {
    return path.matches("(attention|placement)(\\..*)?");
  }
}
