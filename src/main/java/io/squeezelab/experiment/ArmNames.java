package io.squeezelab.experiment;

import io.squeezelab.spec.Fields;
import io.squeezelab.spec.Names;
import io.squeezelab.spec.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Arms by the names that people have for them: the label; {@code baseline}; a level that one arm
 * alone has, {@code tanh} or {@code reduction=16}, or several, {@code max, reduction=16}; where
 * more arms have it, the one whose other levels are the baseline's.
 */
final class ArmNames {
  private static final String BASELINE = "baseline";
  private static final int MOST_SHOWN = 30;

  private final List<Arm> arms;
  private final Arm baseline;

  /**
   * @param baseline label of the arm; null for none
   */
  ArmNames(List<Arm> arms, String baseline) {
    this.arms = List.copyOf(arms);
    this.baseline = arms.stream().filter(a -> a.label().equals(baseline)).findFirst().orElse(null);
  }

  /** The arms that a name may stand for: one, if it is clear. */
  List<String> meant(String name) {
    if (labels().contains(name)) {
      return List.of(name);
    }
    if (name.equals(BASELINE) && baseline != null) {
      return List.of(baseline.label());
    }
    List<Arm> fit = arms.stream().filter(arm -> has(arm, name).isPresent()).toList();
    List<Arm> near = fit.stream().filter(a -> isBaseline(a, has(a, name).get())).toList();
    return (near.size() == 1 ? near : fit).stream().map(Arm::label).toList();
  }

  /**
   * The label of the arm that is meant.
   *
   * @throws Problem if it is none, or several
   */
  String label(String name) {
    List<String> meant = meant(name);
    if (name.equals(BASELINE) && meant.isEmpty()) {
      throw new Problem("", "speaks of the baseline, but the experiment has none");
    }
    if (meant.isEmpty()) {
      throw new Problem("", Names.unknown("arm", name, names()));
    }
    if (meant.size() > 1) {
      throw new Problem("", "'" + name + "' is a level of several arms; allowed: " + list(meant));
    }
    return meant.get(0);
  }

  List<Arm> arms() {
    return arms;
  }

  /** Whether an arm's levels are the baseline's but for those of some factors. */
  boolean isBaseline(Arm arm, Set<String> but) {
    if (baseline == null || baseline.factors().isEmpty()) {
      return false;
    }
    Set<String> paths = new LinkedHashSet<>(arm.factors().keySet());
    paths.addAll(baseline.factors().keySet());
    paths.removeAll(but);
    return paths.stream()
        .allMatch(path -> Objects.equals(arm.factors().get(path), baseline.factors().get(path)));
  }

  /** At most so many that a person reads them. */
  static String list(List<String> names) {
    String shown = String.join("; ", names.subList(0, Math.min(MOST_SHOWN, names.size())));
    return names.size() > MOST_SHOWN ? shown + "; …" : shown;
  }

  private List<String> labels() {
    return arms.stream().map(Arm::label).toList();
  }

  /** What may be written, all labels unless there are very many. */
  private List<String> names() {
    Set<String> names = new LinkedHashSet<>();
    if (arms.size() <= MOST_SHOWN) {
      names.addAll(labels());
    }
    arms.forEach(arm -> names.addAll(arm.factors().values()));
    if (baseline != null) {
      names.add(BASELINE);
    }
    return names.stream().map(name -> name.contains(",") ? "'" + name + "'" : name).toList();
  }

  /** The factors of which an arm has all the levels that a name lists; empty where it lacks one. */
  private static Optional<Set<String>> has(Arm arm, String name) {
    Set<String> paths = new LinkedHashSet<>();
    for (String part : name.split(", ")) {
      List<String> found = new ArrayList<>();
      for (Map.Entry<String, String> level : arm.factors().entrySet()) {
        if (isLevel(part, level.getKey(), level.getValue())) {
          found.add(level.getKey());
        }
      }
      if (found.isEmpty()) {
        return Optional.empty();
      }
      paths.addAll(found);
    }
    return Optional.of(paths);
  }

  /** {@code tanh} and {@code gate=tanh}, {@code reduction=16} and {@code excite.reduction=16}. */
  static boolean isLevel(String written, String path, String level) {
    int sign = written.indexOf('=');
    boolean named = sign > 0 && isFactor(written.substring(0, sign), path);
    String value = written.substring(sign + 1);
    return written.equals(level)
        || named && (value.equals(level) || value.equals(value(path, level)));
  }

  /** Whether this is a factor's path, or the end of it. */
  static boolean isFactor(String written, String path) {
    return path.equals(written) || path.endsWith("." + written);
  }

  /** {@code 16} of the level {@code reduction=16}; a word is itself. */
  static String value(String path, String level) {
    String field = Fields.last(path) + "=";
    return level.startsWith(field) ? level.substring(field.length()) : level;
  }
}
