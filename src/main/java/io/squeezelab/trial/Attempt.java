package io.squeezelab.trial;

import io.squeezelab.backbone.Network;
import io.squeezelab.engine.Hardware;
import io.squeezelab.engine.Torch;
import io.squeezelab.train.Epoch;
import io.squeezelab.train.Gates;
import io.squeezelab.train.Metrics;
import io.squeezelab.train.Training;
import io.squeezelab.trial.Outcome.Ending;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** One trial under way, and what is known of it when it ends. */
final class Attempt {
  private final Trial trial;
  private final Watcher watcher;
  private final Hardware hardware;
  private final Instant started = Instant.now();
  private final long start = System.nanoTime();
  private List<Epoch> history = List.of();
  private Metrics metrics;
  private Gates gates;
  private int imagesPerEpoch;
  private double seconds = Double.NaN;
  private Provenance.Files files;
  private String loaded = "";

  Attempt(Trial trial, Watcher watcher, Hardware hardware) {
    this.trial = trial;
    this.hardware = hardware;
    this.watcher = watcher;
  }

  /** What the gates gave; null where nobody asked. */
  Gates gates() {
    return gates;
  }

  /**
   * @param sets gives the images
   */
  void train(LastSet sets) {
    Torch.start(hardware, trial.train().threads());
    Network network = trial.recipe().network();
    try (Training training =
        new Training(
            network, trial.data(), trial.train(), trial.seed(), sets.of(trial.data()), hardware)) {
      begin(training, network);
      imagesPerEpoch = training.imagesPerEpoch();
      try {
        metrics = training.run(watcher::epoch);
      } finally {
        history = training.history();
        seconds = seconds();
        files = files(training, sets);
      }
      gates = recorded(watcher.wantsGates(), training::gates);
      recorded(watcher.weights() != null, () -> keep(training, network));
    } finally {
      hardware.release();
    }
  }

  /** Names each file that was left out, once. */
  private Provenance.Files files(Training training, LastSet sets) {
    training.faults().forEach((file, why) -> watcher.note("left out: " + file + " " + why));
    return sets.files(trial.data(), training.faults().size());
  }

  private void begin(Training training, Network network) {
    Optional<Loading> stored = trial.start().pinned().loading(network.parameters());
    if (stored.isPresent()) {
      training.weights().load(stored.get().read());
      watcher.note(stored.get().report());
      loaded = stored.get().brief();
    }
    if (!trial.train().freeze().isEmpty()) {
      long trained = trial.recipe().trained(network);
      long all = network.cost().params();
      watcher.note(String.format(Locale.ROOT, "trains %,d of %,d parameters", trained, all));
    }
  }

  private Path keep(Training training, Network network) {
    Path file = watcher.weights();
    WeightFile.write(file, trial, network.parameters(), training.weights().copy());
    return file;
  }

  /** A trial that has its numbers keeps them, whatever becomes of the recording. */
  private <T> T recorded(boolean asked, Supplier<T> record) {
    try {
      return asked ? record.get() : null;
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
    Provenance here = Provenance.here(hardware, started, files);
    return new Outcome(ending, reason, reached, history, took, median, here, loaded, 0, 0);
  }
}
