package io.squeezelab.experiment;

import io.squeezelab.cost.Cost;
import io.squeezelab.cost.Measure;
import io.squeezelab.search.Factor;
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
  /**
   * What is known of a combination.
   *
   * @param arm null where it is excluded
   */
  private record Verdict(Point point, Arm arm) {}

  private final List<Axis> axes;
  private final Assembly assembly;
  private final Matching matching;
  private final Baseline baseline;
  private final Beside beside;
  private final Naming naming;
  private final Map<Point, Verdict> verdicts = new HashMap<>();
  private final Map<String, Point> points = new HashMap<>();
  private final Map<Point, Cost> costs = new HashMap<>();
  private boolean running;

  /**
   * @param baseline null for none
   * @param beside a combination that is one of these arms has the label that the file gives it
   */
  Combinations(Draft base, List<Axis> axes, Matching matching, Baseline baseline, Beside beside) {
    this.axes = List.copyOf(axes);
    this.assembly = new Assembly(base, axes);
    this.matching = matching;
    this.baseline = baseline;
    this.beside = beside;
    this.naming = new Naming(axes);
  }

  /**
   * The combinations that a search will ask for, as far as they are known beforehand. What is wrong
   * with one of them, or with a value of an axis, is found here; from here on a combination that is
   * refused is one that is excluded, since nobody is there to mend it.
   */
  synchronized Optional<List<Point>> explore(Search search) {
    Optional<List<Point>> found = search.points(this);
    if (!axes.isEmpty()) {
      new Reach(assembly, axes, this::admit).all();
    }
    assembly.check();
    running = true;
    return found;
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
  public synchronized Arm arm(Point point) {
    return verdict(point).arm();
  }

  private Verdict verdict(Point point) {
    Verdict known = verdicts.get(point);
    if (known == null) {
      Combination combination = assembly.at(point);
      known = verdicts.get(combination.point());
      if (known == null) {
        known = judge(combination);
        verdicts.put(combination.point(), known);
      }
    }
    return known;
  }

  private Verdict judge(Combination combination) {
    Point point = combination.point();
    if (axes.isEmpty() && !beside.arms().isEmpty()) {
      return new Verdict(point, null); // the trial alone is not meant
    }
    try {
      String label = naming.label(point);
      Matching.Solved solved = matching.solve(combination.draft(), label);
      String id = solved.recipe().with(0).id();
      Point twin = points.putIfAbsent(id, point);
      if (twin != null) {
        return verdicts.get(twin);
      }
      Arm named = beside.arms().get(id);
      return new Verdict(
          point,
          new Arm(
              named == null ? label : named.label(),
              naming.factors(point),
              solved.recipe(),
              solved.matched()));
    } catch (Problem refused) {
      if (running) {
        return new Verdict(point, null);
      }
      throw refused;
    }
  }

  @Override
  public synchronized Optional<Point> baseline() {
    if (baseline == null || axes.isEmpty()) {
      return Optional.empty();
    }
    if (!points.containsKey(baseline.id())) {
      admit(new Standing(assembly, axes, baseline.draft().tree()).nearest());
    }
    return Optional.ofNullable(points.get(baseline.id()));
  }

  @Override
  public synchronized long cost(Point point, String measure) {
    Verdict verdict = verdict(point);
    Cost cost =
        costs.computeIfAbsent(verdict.point(), known -> verdict.arm().recipe().network().cost());
    return Measure.named(measure).of(cost);
  }

  @Override
  public int epochs(Point point) {
    return arm(point).recipe().train().epochs();
  }
}
