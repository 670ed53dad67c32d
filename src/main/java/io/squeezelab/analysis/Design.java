package io.squeezelab.analysis;

import io.squeezelab.attention.None;
import io.squeezelab.backbone.Placement;
import io.squeezelab.experiment.Arm;
import io.squeezelab.experiment.Expected;
import io.squeezelab.experiment.Experiment;
import io.squeezelab.trial.Recipe;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How the arms of a study came about, and what was expected of them.
 *
 * @param factors by label of the arm its level on each axis, by path; empty for an arm that is no
 *     combination of axes
 * @param attention paths of the axes that set attention or its placement, and nothing else
 */
public record Design(
    Map<String, Map<String, String>> factors, Set<String> attention, Expected expected) {
  static final Design NONE = new Design(Map.of(), Expected.NOTHING);

  public Design {
    attention = Set.copyOf(attention);
  }

  /** Axes by their paths alone. */
  public Design(Map<String, Map<String, String>> factors, Expected expected) {
    this(
        factors,
        paths(factors).stream().filter(Design::named).collect(Collectors.toSet()),
        expected);
  }

  static Design of(Experiment experiment) {
    Map<String, Map<String, String>> factors = new LinkedHashMap<>();
    for (Arm arm : experiment.arms()) {
      factors.put(arm.label(), arm.factors());
    }
    Set<String> attention = paths(factors);
    attention.removeIf(path -> !named(path) && !alone(path, experiment.arms()));
    return new Design(factors, attention, experiment.expected());
  }

  private static Set<String> paths(Map<String, Map<String, String>> factors) {
    Set<String> paths = new LinkedHashSet<>();
    factors.values().forEach(levels -> paths.addAll(levels.keySet()));
    return paths;
  }

  private static boolean named(String path) {
    return path.matches("(attention|placement)(\\..*)?");
  }

  /** Whether there are arms that differ on this axis alone, and all in nothing but attention. */
  private static boolean alone(String path, List<Arm> arms) {
    Map<Map<String, String>, List<Recipe>> others = new HashMap<>();
    for (Arm arm : arms) {
      if (arm.factors().containsKey(path)) {
        Map<String, String> levels = new HashMap<>(arm.factors());
        levels.remove(path);
        others.computeIfAbsent(levels, all -> new ArrayList<>()).add(plain(arm.recipe()));
      }
    }
    return others.values().stream().anyMatch(recipes -> recipes.size() > 1)
        && others.values().stream().allMatch(r -> r.stream().distinct().count() == 1);
  }

  private static Recipe plain(Recipe of) {
    Placement at = Placement.STANDARD;
    boolean caffe = of.placement().caffe(); // this one is the network's
    Placement placement = new Placement(at.position(), at.stages(), at.blocks(), at.share(), caffe);
    return new Recipe(of.data(), of.backbone(), new None(), placement, of.start(), of.train());
  }
}
