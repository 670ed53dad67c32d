package io.squeezelab.experiment;

import io.squeezelab.cost.Cost;
import io.squeezelab.search.Factor;
import io.squeezelab.search.Measure;
import io.squeezelab.search.Point;
import io.squeezelab.search.Search;
import io.squeezelab.spec.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The combinations of the axes' values. An arm is made when its combination is first asked for, and
 * kept.
 */
final class Combinations implements ArmSpace {
  private final List<Axis> axes;
  private final Assembly assembly;
  private final Judge judge;
  private final Baseline baseline;
  private final Naming naming;
  private final Rules rules;
  private final Tally tally;
  private final Map<Point, Verdict> verdicts = new HashMap<>();
  private final Map<Point, Cost> costs = new HashMap<>();

  /**
   * @param baseline null for none
   */
  Combinations(Assembly assembly, Judge judge, Rules rules, Tally tally, Baseline baseline) {
    this.assembly = assembly;
    this.axes = assembly.axes();
    this.judge = judge;
    this.naming = judge.naming();
    this.rules = rules;
    this.tally = tally;
    this.baseline = baseline;
  }

  /**
   * The combinations that a search will ask for, as far as they are known beforehand. What is wrong
   * with one of them, with a value of an axis or with a rule is found here.
   */
  synchronized Optional<List<Point>> explore(Search search) {
    return new Exploration(this, assembly, judge, tally).of(search, rules);
  }

  /** Keeps a label for an arm beside the combinations. */
  synchronized void reserve(String label) {
    naming.reserve(label);
  }

  @Override
  public List<Factor> factors() {
    return axes.stream().map(Axis::factor).toList();
  }

  @Override
  public synchronized Optional<Point> admit(Point point) {
    Verdict verdict = verdict(point);
    return verdict.arm() == null ? Optional.empty() : Optional.of(verdict.point());
  }

  @Override
  public synchronized String reason(Point point) {
    return "excluded " + tally.reason(verdict(point), false);
  }

  @Override
  public synchronized String placed(Point point) {
    return "excluded " + tally.reason(verdict(point), true);
  }

  /** Why there is no arm at any combination. */
  synchronized String emptied() {
    return tally.emptied();
  }

  @Override
  public synchronized Arm arm(Point point) {
    return verdict(point).arm();
  }

  private Verdict verdict(Point point) {
    Verdict known = verdicts.get(point);
    if (known != null) {
      tally.count(point, point, known);
      return known;
    }
    Combination combination;
    try {
      combination = assembly.at(point);
    } catch (Problem problem) {
      Verdict refused = judge.refuse(point, problem);
      tally.count(point, point, refused);
      return refused;
    }
    known = verdicts.get(combination.point());
    if (known == null) {
      known = judge.of(combination);
      verdicts.put(combination.point(), known);
    }
    tally.count(point, combination.meant(), known);
    return known;
  }

  @Override
  public synchronized Optional<Point> baseline() {
    if (baseline == null || axes.isEmpty()) {
      return Optional.empty();
    }
    if (judge.of(baseline.id()) == null) {
      verdict(new Standing(assembly, axes, baseline.draft().tree()).nearest());
    }
    return Optional.ofNullable(judge.of(baseline.id()))
        .filter(verdict -> verdict.arm() != null)
        .map(Verdict::point);
  }

  @Override
  public synchronized long cost(Point point, String measure) {
    Verdict verdict = verdict(point);
    Cost cost =
        costs.computeIfAbsent(verdict.point(), known -> verdict.arm().recipe().network().cost());
    return Measure.named(measure).of(cost);
  }

  @Override
  public synchronized boolean validated() {
    return verdicts.values().stream()
        .allMatch(verdict -> verdict.arm() == null || verdict.arm().recipe().data().validated());
  }

  @Override
  public int epochs(Point point) {
    return arm(point).recipe().train().epochs();
  }

  @Override
  public synchronized Optional<Expansion> expansion() {
    return axes.isEmpty() ? Optional.empty() : Optional.of(tally.expansion());
  }
}
