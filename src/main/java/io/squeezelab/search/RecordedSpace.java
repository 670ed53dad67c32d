package io.squeezelab.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The combinations that were run, as a space: whatever was not is excluded. */
public final class RecordedSpace implements Space {
  private final List<Factor> factors = new ArrayList<>();
  private final Map<Point, RecordedArm> arms = new LinkedHashMap<>();
  private final List<Set<Integer>> absences;
  private final Point baseline;
  private final int epochs;

  /**
   * @param axes as the experiment has them, so that first and last levels are those of its file;
   *     what they lack comes behind, in the order of the arms
   * @param recorded different on some factor
   * @param baseline label of the baseline; null for none
   */
  public RecordedSpace(List<Factor> axes, Collection<RecordedArm> recorded, String baseline) {
    Map<String, Map<String, Integer>> places = new LinkedHashMap<>();
    axes.forEach(axis -> axis.levels().forEach(level -> place(places, axis.name(), level)));
    for (RecordedArm arm : recorded) {
      arm.factors().forEach((name, level) -> place(places, name, level));
    }
    places.forEach((name, of) -> factors.add(new Factor(name, List.copyOf(of.keySet()))));
    Point base = null;
    for (RecordedArm arm : recorded) {
      Point point = point(arm, places);
      arms.put(point, arm);
      base = arm.label().equals(baseline) ? point : base;
    }
    this.baseline = base;
    this.absences = // those with most factors first: an arm without any fits everywhere
        arms.keySet().stream()
            .map(RecordedSpace::absent)
            .distinct()
            .sorted(Comparator.comparingInt(Set::size))
            .toList();
    this.epochs = recorded.stream().mapToInt(RecordedArm::epochs).max().orElse(0);
  }

  private static void place(Map<String, Map<String, Integer>> places, String name, String level) {
    Map<String, Integer> of = places.computeIfAbsent(name, one -> new LinkedHashMap<>());
    of.putIfAbsent(level, of.size());
  }

  /**
   * @param places of its levels, by factor
   */
  private static Point point(RecordedArm arm, Map<String, Map<String, Integer>> places) {
    List<Integer> levels = new ArrayList<>();
    places.forEach(
        (name, of) -> levels.add(of.getOrDefault(arm.factors().get(name), Point.ABSENT)));
    return new Point(levels);
  }

  private static Set<Integer> absent(Point point) {
    Set<Integer> absent = new LinkedHashSet<>();
    for (int i = 0; i < point.levels().size(); i++) {
      if (point.levels().get(i) == Point.ABSENT) {
        absent.add(i);
      }
    }
    return absent;
  }

  @Override
  public List<Factor> factors() {
    return factors;
  }

  @Override
  public Optional<Point> admit(Point point) {
    for (Set<Integer> absent : absences) {
      List<Integer> levels = new ArrayList<>(point.levels());
      absent.forEach(factor -> levels.set(factor, Point.ABSENT));
      Point arm = new Point(levels);
      if (arms.containsKey(arm)) {
        return Optional.of(arm);
      }
    }
    return Optional.empty();
  }

  @Override
  public String reason(Point point) {
    return "not recorded in full";
  }

  public RecordedArm arm(Point point) {
    return arms.get(point);
  }

  /** In the order in which they were given. */
  public List<Point> arms() {
    return List.copyOf(arms.keySet());
  }

  @Override
  public Optional<List<Point>> listed() {
    return Optional.of(arms());
  }

  @Override
  public Optional<Point> baseline() {
    return Optional.ofNullable(baseline);
  }

  @Override
  public long cost(Point point, String measure) {
    return Measure.named(measure).of(arms.get(point).cost());
  }

  @Override
  public boolean validated() {
    return arms.values().stream()
        .flatMap(arm -> arm.outcomes().values().stream())
        .allMatch(outcome -> !outcome.completed() || Judged.accuracy(outcome, 0).isPresent());
  }

  /** Of one that failed, what the others have: nobody knows how long it would have gone on. */
  @Override
  public int epochs(Point point) {
    RecordedArm arm = arms.get(point);
    boolean whole = arm.outcomes().values().stream().anyMatch(one -> one.completed());
    return whole ? arm.epochs() : epochs;
  }
}
