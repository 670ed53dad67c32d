package io.squeezelab.live;

import io.squeezelab.live.Snapshot.Phase;
import io.squeezelab.results.Folder;
import io.squeezelab.results.Glance;
import io.squeezelab.results.Kept;
import io.squeezelab.results.Result;
import io.squeezelab.results.TrialLog;
import io.squeezelab.trial.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a results folder tells of its sweep, seen from another process. */
public record Sighting(Folder folder) {
  /** A sweep that has not been heard of for so long may be gone; its lock tells. */
  private static final Duration SILENCE = Duration.ofSeconds(10);

  /**
   * How the sweep stands: by its own words while it runs, by the stored results where it does not.
   *
   * @throws io.squeezelab.spec.BadInput if this is no results folder
   */
  public Snapshot now() {
    Optional<Snapshot> told = new LiveFile(folder.path()).read();
    boolean runs = told.isPresent() && !told.get().phase().over();
    if (runs && (fresh(told.get().updated()) || new Glance(folder).busy())) {
      return told.get();
    }
    if (told.isEmpty()) {
      Phase phase = new Glance(folder).busy() ? Phase.RUNNING : Phase.ABSENT;
      return stored().of(phase, "", "", Double.NaN);
    }
    Snapshot last = told.get();
    Snapshot stored = stored();
    boolean more = stored.counts().waiting() > 0 && last.phase() == Phase.ENDED; // --max-trials
    Phase phase = runs ? Phase.LOST : more ? Phase.STOPPED : last.phase();
    return stored.of(phase, last.started(), last.updated(), last.seconds());
  }

  /** By the machine's clock, which may have jumped: then it is not, and the lock tells. */
  private static boolean fresh(String updated) {
    try {
      Duration age = Duration.between(Instant.parse(updated), Instant.now()).abs();
      return age.compareTo(SILENCE) < 0;
    } catch (DateTimeParseException unreadable) {
      return false;
    }
  }

  private Snapshot stored() {
    Kept kept = folder.kept();
    Map<String, Result> last = new LinkedHashMap<>();
    TrialLog.read(folder.path()).results().forEach(result -> last.put(result.id(), result));
    Tally tally =
        new Tally(new Plan(kept.name(), kept.seeds().size(), List.of()), System::nanoTime);
    tally.decided(kept.stopped()::keySet);
    List<Ahead> missing = new ArrayList<>();
    kept.labels()
        .forEach(
            (id, arm) -> {
              if (last.containsKey(id)) {
                Outcome outcome = last.get(id).outcome();
                double validation =
                    outcome.completed() ? outcome.metrics().validationTop1() : Double.NaN;
                tally.stored(id, arm, outcome.ending(), validation);
              } else {
                missing.add(new Ahead(id, arm, 0, 0));
              }
            });
    tally.ahead(missing);
    return tally.now();
  }
}
