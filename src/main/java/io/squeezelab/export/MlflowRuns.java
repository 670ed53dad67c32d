package io.squeezelab.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The runs that a server has of trials: several of one as attempts and earlier sweeps left them.
 */
final class MlflowRuns {
  private final Map<String, List<Known>> all = new HashMap<>();

  /**
   * A run that is there.
   *
   * @param start in milliseconds since 1970; an attempt of the same number in another folder, or
   *     after the results were put aside, has another
   * @param ended whether all of it is there
   */
  record Known(String run, MlflowTags tags, long start, boolean ended) {
    private boolean of(MlflowTags other, long otherStart) {
      return tags.attempt() == other.attempt() && start == otherStart;
    }
  }

  /** One more, or what is known now of one; somebody else's is left alone. */
  void add(Known run) {
    if (!run.tags.id().isBlank()) {
      List<Known> runs = all.computeIfAbsent(run.tags.id(), id -> new ArrayList<>());
      runs.removeIf(one -> one.run.equals(run.run));
      runs.add(run);
    }
  }

  /** The run of an attempt that started then; of several one that is whole. */
  Optional<Known> of(MlflowTags tags, long start) {
    List<Known> same =
        all.getOrDefault(tags.id(), List.of()).stream().filter(r -> r.of(tags, start)).toList();
    return same.stream().filter(Known::ended).findFirst().or(() -> same.stream().findFirst());
  }

  /** Other runs of an attempt's trial, whose place it takes; each is given once. */
  List<String> superseded(MlflowTags tags, long start) {
    Optional<Known> stays = of(tags, start);
    List<Known> runs = all.getOrDefault(tags.id(), List.of());
    List<Known> go = runs.stream().filter(one -> !stays.equals(Optional.of(one))).toList();
    all.put(tags.id(), new ArrayList<>(stays.stream().toList()));
    return go.stream().map(Known::run).toList();
  }
}
