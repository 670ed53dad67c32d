package io.squeezelab.experiment;

import io.squeezelab.search.Point;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The arms that are known before anything runs, in their order in tables. */
final class Arms {
  private final Combinations space;
  private final List<Arm> list = new ArrayList<>();
  private final Map<String, Arm> byId = new HashMap<>();
  private final Map<String, Arm> byLabel = new HashMap<>();

  /**
   * @param chosen combinations; empty where that depends on outcomes
   */
  Arms(Combinations space, Optional<List<Point>> chosen, Beside beside) {
    this.space = space;
    for (Point point : chosen.orElse(List.of())) {
      Arm arm = space.arm(point);
      add(arm.recipe().with(0).id(), arm, list.size());
    }
    beside.arms().forEach(this::addBeside);
    if (chosen.isPresent() && list.isEmpty()) {
      throw new Problem("axes", "leave no arm: " + space.emptied());
    }
    list.forEach(arm -> space.reserve(arm.label()));
  }

  private void addBeside(String id, Arm arm) {
    if (!byId.containsKey(id)) {
      boolean free = !byLabel.containsKey(arm.label());
      Check.that(free, Beside.origin(arm.label()), "an arm of the axes has this label too");
      add(id, arm, list.size());
    }
  }

  private void add(String id, Arm arm, int at) {
    if (byId.putIfAbsent(id, arm) == null) {
      byLabel.put(arm.label(), arm);
      list.add(at, arm);
    }
  }

  List<Arm> list() {
    return List.copyOf(list);
  }

  /** The label of the baseline; it is put in front of the arms unless it is one of them. */
  String with(Baseline baseline) {
    Arm same = byId.get(baseline.id());
    if (same != null) {
      return same.label();
    }
    String label = baseline.label();
    Arm own = baseline.arm(byLabel.containsKey(label) ? label + " (baseline)" : label);
    Arm arm = space.baseline().map(space::arm).orElse(own);
    add(baseline.id(), arm, 0);
    space.reserve(arm.label());
    return arm.label();
  }
}
