package io.squeezelab.trial;

import io.squeezelab.spec.Period;
import io.squeezelab.train.Epoch;
import io.squeezelab.train.Guide;
import io.squeezelab.train.Progress;
import io.squeezelab.train.Training;
import io.squeezelab.trial.Outcome.Ending;
import java.util.Optional;

/** Goes along with a trial's training: writes checkpoints, and stops where it is to stop. */
final class Pilot implements Guide {
  private final Training training;
  private final Conditions conditions;
  private final Watcher watcher;
  private final Optional<Logbook> logbook;
  private final Account account;
  private final Keepsakes kept;
  private final Tempo tempo;
  private Ending ending;
  private long written = System.nanoTime();

  /**
   * @param logbook empty where no checkpoints are written
   */
  Pilot(
      Training training,
      Conditions conditions,
      Watcher watcher,
      Optional<Logbook> logbook,
      Account account,
      Keepsakes kept) {
    this.training = training;
    this.conditions = conditions;
    this.watcher = watcher;
    this.logbook = logbook;
    this.account = account;
    this.kept = kept;
    int steps = training.stepsPerEpoch();
    tempo = new Tempo(steps, training.imagesPerEpoch() / steps, watcher::pace);
  }

  /** Has the training go on from where another process was. */
  void goFrom(Checkpoint checkpoint) {
    Progress progress = checkpoint.bookmark().progress();
    training.goFrom(progress);
    checkpoint.fill(training.arrays());
    account.goFrom(checkpoint.bookmark());
    watcher.earlier(checkpoint.bookmark().earlier());
    watcher.note(
        "goes on from its checkpoint in epoch %d after %d steps; finished epochs so far:"
            .formatted(progress.epoch(), progress.step()));
    progress.history().forEach(watcher::epoch);
  }

  /** How the training ended before its time; empty where it was put down. */
  Optional<Ending> ending() {
    return Optional.ofNullable(ending);
  }

  @Override
  public void epoch(Epoch epoch) {
    watcher.epoch(epoch);
  }

  @Override
  public boolean goesOn(int epoch, int step) {
    tempo.see(epoch, step);
    boolean reached = conditions.until() > 0 && epoch > conditions.until();
    boolean last = epoch > training.epochs();
    if (reached && !last) {
      ending = Ending.STOPPED;
    }
    boolean ends = ending != null || watcher.stopping();
    if (ends || !last && due(epoch, step)) {
      write(epoch, step);
    }
    if (last && !ends) {
      kept.last();
    }
    return !ends;
  }

  private boolean due(int epoch, int step) {
    Period time = conditions.checkpoints().time();
    int every = conditions.checkpoints().epochs();
    boolean epochs = every > 0 && step == 0 && (epoch - 1) % every == 0;
    return epochs || time != null && System.nanoTime() - written >= time.duration().toNanos();
  }

  private void write(int epoch, int step) {
    long steps = (long) (epoch - 1) * training.stepsPerEpoch() + step;
    if (steps > 0) {
      logbook.ifPresent(
          book -> {
            Bookmark here = account.bookmark(training.progress(), training.faults());
            book.write(steps, here, training.arrays());
          });
    }
    written = System.nanoTime();
  }
}
