package io.squeezelab.trial;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.squeezelab.data.Data;
import io.squeezelab.data.Images;
import io.squeezelab.data.Shelf;
import io.squeezelab.engine.Hardware;
import io.squeezelab.engine.Torch;
import io.squeezelab.spec.Print;
import io.squeezelab.train.Epoch;
import io.squeezelab.train.Metrics;
import io.squeezelab.train.Training;
import io.squeezelab.trial.Outcome.Ending;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Runs trials in this process, one after another. Whatever happens in a trial is an outcome; the
 * images of the last set stay in memory for the next trial.
 */
public final class Execution {
  private final Shelf shelf;
  private final Hardware hardware;
  private ObjectNode loaded;
  private Images[] official;

  public Execution(Shelf shelf, Hardware hardware) {
    this.shelf = shelf;
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

  /**
   * @param each told of every finished epoch
   * @param trouble told of the failure behind an outcome that is none of the expected ones
   */
  public Outcome run(Trial trial, Consumer<Epoch> each, Consumer<Throwable> trouble) {
    Attempt attempt = new Attempt(trial);
    try {
      attempt.train(each);
      return attempt.end(Ending.COMPLETED, "");
    } catch (Training.Diverged e) {
      return attempt.end(Ending.DIVERGED, e.getMessage());
    } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
      trouble.accept(e);
      boolean memory = Hardware.outOfMemory(e);
      String reason = e.getMessage() == null ? e.toString() : e.getMessage();
      String first = reason.lines().findFirst().orElse(reason);
      return attempt.end(memory ? Ending.OUT_OF_MEMORY : Ending.FAILED, first);
    }
  }

  private Images[] images(Data data) {
    ObjectNode which = (ObjectNode) Print.tree(data);
    which.remove(List.of("validation", "augment"));
    if (!which.equals(loaded)) {
      official = null; // so that two sets are never in memory at once
      official =
          new Images[] {data.load(Data.Split.TRAIN, shelf), data.load(Data.Split.TEST, shelf)};
      loaded = which;
    }
    return official;
  }

  private final class Attempt {
    private final Trial trial;
    private final Instant started = Instant.now();
    private final long start = System.nanoTime();
    private List<Epoch> history = List.of();
    private Metrics metrics;
    private int imagesPerEpoch;

    Attempt(Trial trial) {
      this.trial = trial;
    }

    void train(Consumer<Epoch> each) {
      Torch.start(hardware, trial.train().threads());
      Recipe recipe = trial.recipe();
      try (Training training =
          new Training(
              recipe.network(),
              trial.data(),
              trial.train(),
              trial.seed(),
              images(trial.data()),
              hardware)) {
        imagesPerEpoch = training.imagesPerEpoch();
        try {
          metrics = training.run(each);
        } finally {
          history = training.history();
        }
      } finally {
        hardware.release();
      }
    }

    Outcome end(Ending ending, String reason) {
      double[] speeds =
          history.stream().mapToDouble(e -> imagesPerEpoch / e.seconds()).sorted().toArray();
      double median = speeds.length == 0 ? Double.NaN : speeds[speeds.length / 2];
      Metrics reached = ending == Ending.COMPLETED ? metrics : null;
      double seconds = (System.nanoTime() - start) / 1e9;
      return new Outcome(
          ending, reason, reached, history, seconds, median, Provenance.here(hardware, started));
    }
  }
}
