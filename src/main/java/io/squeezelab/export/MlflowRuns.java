package io.squeezelab.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The runs that a server has of trials; of several of one, as attempts leave them, the last. */
final class MlflowRuns {
  private final Map<String, Known> last = new HashMap<>();
  private final Map<String, List<String>> superseded = new HashMap<>();

  /**
   * A run that is there.
   *
   * @param ended whether all of it is there
   */
  record Known(String run, MlflowTags tags, boolean ended) {}

  void add(Known run) {
    Known other = last.get(run.tags.id());
    if (other == null || run.tags.attempt() >= other.tags.attempt()) {
      last.put(run.tags.id(), run);
      supersede(other, run);
    } else {
      supersede(run, other);
    }
  }

  private void supersede(Known loser, Known winner) {
    if (loser != null && !loser.run.equals(winner.run)) {
      superseded.computeIfAbsent(loser.tags.id(), id -> new ArrayList<>()).add(loser.run);
    }
  }

  /** The run of a trial, if it is of this attempt or a later one. */
  Optional<Known> of(String id, int attempt) {
    return Optional.ofNullable(last.get(id)).filter(run -> run.tags.attempt() >= attempt);
  }

  /** Runs of a trial whose place another has taken; each is given once. */
  List<String> superseded(String id) {
    List<String> runs = superseded.remove(id);
    return runs == null ? List.of() : runs;
  }
}
