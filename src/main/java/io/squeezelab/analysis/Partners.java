package io.squeezelab.analysis;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
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
  private final Map<Map<String, String>, String> byLevels = new HashMap<>();
  private final Map<String, String> plain;

  private Partners(Study study) {
    this.study = study;
    study.arms().forEach(arm -> byLevels.putIfAbsent(levels(arm), arm));
    plain = study.baseline() == null ? Map.of() : attention(study.baseline());
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
    wanted.keySet().removeAll(study.design().attention());
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

  /** Arms without a partner, in a study that has a baseline. */
  List<String> none() {
    return study.baseline() == null
        ? List.of()
        : study.arms().stream().filter(arm -> of(arm) == null).toList();
  }

  /**
   * Factors in which an arm and its partner agree, and partners differ; none where the baseline is
   * all arms' partner.
   */
  Set<String> shared() {
    Map<String, Set<String>> levels = new LinkedHashMap<>();
    for (String partner : new LinkedHashSet<>(all().values())) {
      study
          .design()
          .factors()
          .getOrDefault(partner, Map.of())
          .forEach(
              (path, level) -> levels.computeIfAbsent(path, p -> new LinkedHashSet<>()).add(level));
    }
    levels.values().removeIf(all -> all.size() < 2);
    levels.keySet().removeAll(study.design().attention());
    return levels.keySet();
  }

  /** An arm's levels of attention by path, in the order of the file. */
  Map<String, String> attention(String arm) {
    Map<String, String> levels =
        new LinkedHashMap<>(study.design().factors().getOrDefault(arm, Map.of()));
    levels.keySet().retainAll(study.design().attention());
    return levels;
  }

  private Map<String, String> levels(String arm) {
    return new HashMap<>(study.design().factors().getOrDefault(arm, Map.of()));
  }
}
