package io.squeezelab.trial;

import io.squeezelab.data.Shelf;
import io.squeezelab.engine.Hardware;
import io.squeezelab.engine.Torch;
import io.squeezelab.train.Diverged;
import io.squeezelab.trial.Outcome.Ending;
import java.util.Optional;

/**
 * Runs trials in this process, one after another. Whatever happens in a trial is an outcome; the
 * images of the last set stay in memory for the next trial.
 */
public final class Execution {
  private final LastSet sets;
  private final Hardware hardware;

  public Execution(Shelf shelf, Hardware hardware) {
    sets = new LastSet(shelf);
    this.hardware = hardware;
  }

  /**
   * Starts the engine.
   *
   * @return which it is, as provenance names it
   * @throws io.squeezelab.spec.BadInput if it does not start, or cannot use the device
   */
  public String start() {
    Torch.start(hardware, 1);
    return Torch.version();
  }

  /** Runs one trial from its start to its end, whatever that is. */
  public Outcome run(Trial trial, Watcher watcher) {
    return run(trial, Conditions.PLAIN, watcher).orElseThrow();
  }

  /**
   * Runs one trial, or goes on with it.
   *
   * @return empty where it was put down because {@link Watcher#stopping} said so
   */
  public Optional<Outcome> run(Trial trial, Conditions conditions, Watcher watcher) {
    Attempt attempt = new Attempt(trial, conditions, watcher, hardware);
    Optional<Outcome> outcome = outcome(attempt, watcher);
    if (attempt.gates() != null) {
      watcher.gates(attempt.gates());
    }
    return outcome;
  }

  private Optional<Outcome> outcome(Attempt attempt, Watcher watcher) {
    try {
      return attempt.train(sets).map(ending -> attempt.end(ending, ""));
    } catch (Diverged e) {
      return Optional.of(attempt.end(Ending.DIVERGED, e.getMessage()));
    } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
      watcher.trouble(e);
      boolean memory = Hardware.outOfMemory(e);
      String reason = e.getMessage() == null ? e.toString() : e.getMessage();
      String first = reason.lines().findFirst().orElse(reason);
      return Optional.of(attempt.end(memory ? Ending.OUT_OF_MEMORY : Ending.FAILED, first));
    }
  }
}
