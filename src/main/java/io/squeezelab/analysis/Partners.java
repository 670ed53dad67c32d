package io.squeezelab.analysis;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What each arm differs from by its attention alone: the arm with the same levels of all other
 * factors and the baseline's levels of attention. In a grid of networks and attention that is the
 * same network with the baseline's attention; where the baseline has no level of attention, or
 * nothing else varies, it is the baseline.
 */
final class Partners {
  private final Study study;
  private final Map<Map<String, String>, String> byLevels = new HashMap<>();
  private final Map<String, String> plain;

  private Partners(Study study) {
    this.study = study;
    study.arms().forEach(arm -> byLevels.putIfAbsent(levels(arm), arm));
    plain = study.baseline() == null ? new HashMap<>() : levels(study.baseline());
    plain.keySet().removeIf(path -> !attentive(path));
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
    wanted.keySet().removeIf(Partners::attentive);
    wanted.putAll(plain);
    return byLevels.get(wanted);
  }

  /** The partners of all arms that have one and are none themselves, in the order of the file. */
  Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>();
    for (String arm : study.arms()) {
      String partner = of(arm);
      if (partner != null && !partner.equals(arm)) {
        all.put(arm, partner);
      }
    }
    return all;
  }

  /**
   * Factors in which an arm and its partner agree; none where the baseline is all arms' partner.
   */
  Set<String> shared() {
    Set<String> paths = new LinkedHashSet<>();
    if (!plain.isEmpty()) {
      study.design().factors().values().forEach(levels -> paths.addAll(levels.keySet()));
      paths.removeIf(Partners::attentive);
    }
    return paths;
  }

  /** An arm's levels of attention, as one label; empty where it has none. */
  String attention(String arm) {
    return study.design().factors().getOrDefault(arm, Map.of()).entrySet().stream()
        .filter(level -> attentive(level.getKey()))
        .map(Map.Entry::getValue)
        .collect(Collectors.joining(", "));
  }

  private Map<String, String> levels(String arm) {
    return new HashMap<>(study.design().factors().getOrDefault(arm, Map.of()));
  }

  private static boolean attentive(String path) {
    return path.matches("(attention|placement)(\\..*)?");
  }
}
