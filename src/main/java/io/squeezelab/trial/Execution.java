package io.squeezelab.trial;

import io.squeezelab.data.Shelf;
import io.squeezelab.engine.Hardware;
import io.squeezelab.engine.Torch;
import io.squeezelab.train.Diverged;
import io.squeezelab.train.Epoch;
import io.squeezelab.train.Gates;
import io.squeezelab.train.Metrics;
import io.squeezelab.train.Training;
import io.squeezelab.trial.Outcome.Ending;
import java.time.Instant;
import java.util.List;

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
   * @throws io.squeezelab.spec.BadInput if it does not start, or cannot use the device
   */
  public void start() {
    Torch.start(hardware, 1);
  }

  /** Runs one trial to its end, whatever that is. */
  public Outcome run(Trial trial, Watcher watcher) {
    Attempt attempt = new Attempt(trial, watcher);
    Outcome outcome = outcome(attempt, watcher);
    if (attempt.gates != null) {
      watcher.gates(attempt.gates);
    }
    return outcome;
  }

  private static Outcome outcome(Attempt attempt, Watcher watcher) {
    try {
      attempt.train();
      return attempt.end(Ending.COMPLETED, "");
    } catch (Diverged e) {
      return attempt.end(Ending.DIVERGED, e.getMessage());
    } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
      watcher.trouble(e);
      boolean memory = Hardware.outOfMemory(e);
      String reason = e.getMessage() == null ? e.toString() : e.getMessage();
      String first = reason.lines().findFirst().orElse(reason);
      return attempt.end(memory ? Ending.OUT_OF_MEMORY : Ending.FAILED, first);
    }
  }

  private final class Attempt {
    private final Trial trial;
    private final Watcher watcher;
    private final Instant started = Instant.now();
    private final long start = System.nanoTime();
    private List<Epoch> history = List.of();
    private Metrics metrics;
    private Gates gates;
    private int imagesPerEpoch;
    private double seconds = Double.NaN;
    private Provenance.Files files;

    Attempt(Trial trial, Watcher watcher) {
      this.trial = trial;
      this.watcher = watcher;
    }

    void train() {
      Torch.start(hardware, trial.train().threads());
      Recipe recipe = trial.recipe();
      try (Training training =
          new Training(
              recipe.network(),
              trial.data(),
              trial.train(),
              trial.seed(),
              sets.of(trial.data()),
              hardware)) {
        imagesPerEpoch = training.imagesPerEpoch();
        try {
          metrics = training.run(watcher::epoch);
        } finally {
          history = training.history();
          seconds = seconds();
          files = files(training);
        }
        gates = watcher.wantsGates() ? gates(training) : null;
      } finally {
        hardware.release();
      }
    }

    /** Names each file that was left out, once. */
    private Provenance.Files files(Training training) {
      training.faults().forEach((file, why) -> watcher.note("left out: " + file + " " + why));
      return sets.files(trial.data(), training.faults().size());
    }

    /** A trial that has its numbers keeps them, whatever becomes of the recording. */
    private Gates gates(Training training) {
      try {
        return training.gates();
      } catch (RuntimeException | OutOfMemoryError e) {
        watcher.trouble(e);
        return null;
      }
    }

    private double seconds() {
      return (System.nanoTime() - start) / 1e9;
    }

    Outcome end(Ending ending, String reason) {
      double[] speeds =
          history.stream().mapToDouble(e -> imagesPerEpoch / e.seconds()).sorted().toArray();
      double median = speeds.length == 0 ? Double.NaN : speeds[speeds.length / 2];
      Metrics reached = ending == Ending.COMPLETED ? metrics : null;
      double took = Double.isNaN(seconds) ? seconds() : seconds;
      return new Outcome(
          ending,
          reason,
          reached,
          history,
          took,
          median,
          Provenance.here(hardware, started, files));
    }
  }
}
