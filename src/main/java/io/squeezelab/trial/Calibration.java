package io.squeezelab.trial;

import io.squeezelab.backbone.Network;
import io.squeezelab.data.Official;
import io.squeezelab.data.Shelf;
import io.squeezelab.engine.Hardware;
import io.squeezelab.engine.Torch;
import io.squeezelab.train.Rehearsal;
import io.squeezelab.train.Training;

/** Looks at the beginning of trials to see how long they take. */
public final class Calibration implements AutoCloseable {
  private final LastSet sets;
  private final Hardware hardware;
  private Training training;
  private double load;
  private double prepare;

  public Calibration(Shelf shelf, Hardware hardware) {
    this.sets = new LastSet(shelf);
    this.hardware = hardware;
  }

  /**
   * How long a trial takes.
   *
   * @param load seconds to read its images from disk, which the trials of a worker share
   * @param prepare seconds until its first step
   */
  public record Seconds(double load, double prepare, Rehearsal.Times times) {}

  /** Reads images and builds the network. */
  public void prepare(Trial trial) {
    close();
    Torch.start(hardware, trial.train().threads());
    Network network = trial.recipe().network();
    long start = System.nanoTime();
    Official official = sets.of(trial.data());
    long read = System.nanoTime();
    training = new Training(network, trial.data(), trial.train(), trial.seed(), official, hardware);
    load = (read - start) / 1e9;
    prepare = (System.nanoTime() - read) / 1e9;
  }

  /** Trains what is prepared for about so many seconds. */
  public Seconds measure(double seconds) {
    return new Seconds(load, prepare, Rehearsal.of(training, seconds));
  }

  @Override
  public void close() {
    if (training != null) {
      training.close();
      training = null;
      hardware.release();
    }
  }
}
