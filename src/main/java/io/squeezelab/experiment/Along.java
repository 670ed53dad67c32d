package io.squeezelab.experiment;

import io.squeezelab.spec.Names;
import io.squeezelab.spec.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Arms that differ in one factor: {@code reduction in 4..16}.
 *
 * @param factor its path, or the end of it
 * @param from least value; minus infinity for any
 * @param to greatest value; infinity for any
 */
record Along(String factor, double from, double to) {
  /** Levels are as people read them: a number may have its field in front. */
  private boolean within(String path, String level) {
    if (from == Double.NEGATIVE_INFINITY && to == Double.POSITIVE_INFINITY) {
      return true;
    }
    String value = ArmNames.value(path, level);
    boolean number = value.matches("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
    return number && Double.parseDouble(value) >= from && Double.parseDouble(value) <= to;
  }

  /**
   * Labels of the arms, one for each level.
   *
   * @throws Problem if it is no factor, or has fewer than two such levels, or several arms of one
   */
  List<String> labels(ArmNames names) {
    String path = path(names.arms().stream().flatMap(arm -> arm.factors().keySet().stream()));
    List<Arm> arms =
        names.arms().stream()
            .filter(arm -> arm.factors().containsKey(path))
            .filter(arm -> within(path, arm.factors().get(path)))
            .toList();
    List<Arm> alone = single(path, arms);
    if (alone == null) {
      List<Arm> near = arms.stream().filter(a -> names.isBaseline(a, Set.of(path))).toList();
      alone = near.isEmpty() ? null : single(path, near);
    }
    if (alone == null) {
      String which = ArmNames.list(arms.stream().map(Arm::label).toList());
      String list = "; list those that are meant: spread of [a, b] < 0.3. There are " + which;
      throw new Problem("", "several arms have the same level of " + path + list);
    }
    if (alone.size() < 2) {
      throw new Problem("", "fewer than two arms are meant; " + path + levels(path, names));
    }
    return alone.stream().map(Arm::label).toList();
  }

  /** The one factor that is called so. */
  String path(Stream<String> factors) {
    List<String> paths = factors.distinct().toList();
    List<String> meant = paths.stream().filter(path -> ArmNames.isFactor(factor, path)).toList();
    if (meant.isEmpty()) {
      throw new Problem("", Names.unknown("factor", factor, paths));
    }
    if (meant.size() > 1 && !meant.contains(factor)) {
      throw new Problem("", Names.several(factor, meant));
    }
    return meant.contains(factor) ? factor : meant.get(0);
  }

  private static String levels(String path, ArmNames names) {
    List<String> levels =
        names.arms().stream()
            .filter(arm -> arm.factors().containsKey(path))
            .map(arm -> ArmNames.value(path, arm.factors().get(path)))
            .distinct()
            .toList();
    return " is " + ArmNames.list(levels);
  }

  /** Null where a level has several arms, or there are none. */
  private static List<Arm> single(String path, List<Arm> arms) {
    Map<String, Arm> byLevel = new LinkedHashMap<>();
    arms.forEach(arm -> byLevel.put(arm.factors().get(path), arm));
    return byLevel.size() == arms.size() ? List.copyOf(byLevel.values()) : null;
  }
}
