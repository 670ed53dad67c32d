package io.squeezelab.experiment;

import io.squeezelab.spec.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A trial with some of a combination's changes made to it. Combinations share their first stages,
 * so each is kept with those that follow from it.
 */
final class Stage {
  private final Draft draft;
  private final Map<String, Route> routes = new HashMap<>();
  private final Map<Change, Stage> further = new IdentityHashMap<>();
  private final Map<String, Meanings> meanings = new HashMap<>();

  Stage(Draft draft) {
    this.draft = draft;
  }

  Draft draft() {
    return draft;
  }

  /** Where a change leads in this trial. */
  Route route(Change change) {
    return routes.computeIfAbsent(change.path(), path -> draft.route(path, change.origin()));
  }

  Stage with(Change change) {
    Stage known = further.get(change);
    if (known == null) {
      known = new Stage(draft.set(route(change).path(), change.value(), change.origin()));
      further.put(change, known);
    }
    return known;
  }

  /**
   * The first level of an axis that makes the same of this trial: 0 for {@code {type: sigmoid}}
   * behind {@code sigmoid}.
   *
   * @param axis of one field, which this trial has
   * @param later changes that are still to be made: what they replace does not count
   */
  int first(Axis axis, int level, List<Change> later) {
    String paths = later.stream().map(Change::path).collect(Collectors.joining(" "));
    Meanings known = meanings.computeIfAbsent(axis.name() + " " + paths, any -> new Meanings());
    while (known.firsts.size() <= level) {
      int next = known.firsts.size();
      Integer before = known.levels.putIfAbsent(meaning(axis, next, later), next);
      known.firsts.add(before == null ? next : before);
    }
    return known.firsts.get(level);
  }

  /** Of each level so far the first that means the same, and levels by what they mean. */
  private static final class Meanings {
    private final List<Integer> firsts = new ArrayList<>();
    private final Map<String, Integer> levels = new HashMap<>();
  }

  private String meaning(Axis axis, int level, List<Change> later) {
    Change change = axis.levels().get(level).changes().get(0);
    String path = route(change).path();
    Stage with = with(change);
    List<String> replaced =
        later.stream()
            .map(other -> with.route(other).path())
            .filter(other -> other != null && Route.holds(path, other))
            .toList();
    return Trees.print(with.draft.at(path, replaced));
  }
}
