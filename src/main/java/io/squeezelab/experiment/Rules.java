package io.squeezelab.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.cost.Cost;
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which combinations of the axes are left out.
 *
 * @param include where there are any, one of them fits what stays
 * @param exclude none of them fits what stays
 * @param constraints what stays holds all of them
 */
record Rules(List<Rule> include, List<Rule> exclude, List<Constraint> constraints) {
  static final String NONE_FITS = "no include fits";

  private static final String INCLUDE = "include";

  /** The fields {@code include}, {@code exclude} and {@code constraints} of a file. */
  static Rules of(JsonNode root, List<Axis> axes, Baseline baseline) {
    List<Rule> include = rules(root, INCLUDE, axes);
    List<Rule> exclude = rules(root, "exclude", axes);
    List<Constraint> constraints = new ArrayList<>();
    JsonNode list = list(root, "constraints");
    for (int i = 0; i < list.size(); i++) {
      constraints.add(Constraint.of(list.get(i), "constraints[" + i + "]", baseline));
    }
    return new Rules(include, exclude, List.copyOf(constraints));
  }

  private static List<Rule> rules(JsonNode root, String field, List<Axis> axes) {
    JsonNode list = list(root, field);
    List<Rule> rules = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      rules.add(new Rule(list.get(i), field + "[" + i + "]", axes));
    }
    return List.copyOf(rules);
  }

  private static JsonNode list(JsonNode root, String field) {
    JsonNode list = root.path(field);
    if (!list.isMissingNode() && !list.isArray()) {
      throw new Problem(field, "must be a list, is " + Trees.print(list));
    }
    if (!list.isMissingNode() && root.path("axes").isEmpty()) {
      throw new Problem(field, "is about combinations of axes, but the experiment has none");
    }
    return list;
  }

  /**
   * By its levels and fields.
   *
   * @return where the file has what leaves it out; null where nothing does
   */
  String against(Combination combination) {
    boolean included = include.isEmpty();
    for (Rule rule : include) {
      included |= rule.fits(combination);
    }
    String origin = included ? null : INCLUDE;
    for (Rule rule : exclude) {
      origin = rule.fits(combination) && origin == null ? rule.origin() : origin;
    }
    return origin;
  }

  /** The same by its cost. */
  String against(Arm arm) {
    if (constraints.isEmpty()) {
      return null;
    }
    Cost cost = arm.recipe().network().cost();
    return constraints.stream()
        .filter(constraint -> !constraint.holds(cost))
        .map(Constraint::origin)
        .findFirst()
        .orElse(null);
  }

  /** Where the file has what may leave a combination out, in its order. */
  List<String> origins() {
    Stream<String> included = include.isEmpty() ? Stream.of() : Stream.of(INCLUDE);
    Stream<String> excluded = exclude.stream().map(Rule::origin);
    Stream<String> bounds = constraints.stream().map(Constraint::origin);
    return Stream.of(included, excluded, bounds).flatMap(part -> part).toList();
  }

  /** What stands there, as written. */
  String text(String origin) {
    Stream<String> excluded =
        exclude.stream().filter(rule -> rule.origin().equals(origin)).map(Rule::toString);
    Stream<String> bounds =
        constraints.stream().filter(one -> one.origin().equals(origin)).map(Constraint::text);
    return Stream.concat(excluded, bounds).findFirst().orElse(NONE_FITS);
  }

  /**
   * @throws Problem if a rule has fitted nothing, though all combinations were there
   */
  void check() {
    Stream.concat(include.stream(), exclude.stream()).forEach(Rule::check);
  }
}
