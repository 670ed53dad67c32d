package io.squeezelab.trial;

import io.squeezelab.backbone.Network;
import io.squeezelab.engine.Hardware;
import io.squeezelab.engine.Torch;
import io.squeezelab.train.Gates;
import io.squeezelab.train.Metrics;
import io.squeezelab.train.Train;
import io.squeezelab.train.Training;
import io.squeezelab.trial.Outcome.Ending;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** One trial under way, from its start or from a checkpoint. */
final class Attempt {
  private final Trial trial;
  private final Conditions conditions;
  private final Watcher watcher;
  private final Hardware hardware;
  private final Account account;
  private Gates gates;

  Attempt(Trial trial, Conditions conditions, Watcher watcher, Hardware hardware) {
    this.trial = trial;
    this.conditions = conditions;
    this.hardware = hardware;
    this.watcher = watcher;
    account = new Account(hardware);
  }

  /** What the gates gave; null where nobody asked. */
  Gates gates() {
    return gates;
  }

  /**
   * @param sets gives the images
   * @return how it ended; empty where it was put down
   */
  Optional<Ending> train(LastSet sets) {
    Torch.start(hardware, trial.train().threads());
    Network network = trial.recipe().network();
    Train how = conditions.applied(trial.train());
    account.microBatch(how.equals(trial.train()) ? 0 : how.microBatch());
    try (Training training =
        new Training(network, trial.data(), how, trial.seed(), sets.of(trial.data()), hardware)) {
      begin(training, network);
      return train(training, network, sets);
    } finally {
      hardware.release();
    }
  }

  private Optional<Ending> train(Training training, Network network, LastSet sets) {
    Keepsakes kept = new Keepsakes(trial, conditions, watcher, network.parameters(), training);
    kept.prepare();
    Optional<Logbook> logbook = Logbook.of(trial, conditions, hardware, watcher);
    Pilot pilot = new Pilot(training, conditions, watcher, logbook, account, kept);
    logbook.flatMap(Logbook::last).ifPresent(pilot::goFrom);
    Optional<Metrics> metrics = run(training, pilot, sets);
    if (metrics.isEmpty()) {
      return pilot.ending();
    }
    account.metrics(metrics.get());
    gates = recorded(watcher.wantsGates(), training::gates);
    recorded(watcher.weights() != null, () -> keep(training, network));
    kept.best();
    return Optional.of(Ending.COMPLETED);
  }

  private Optional<Metrics> run(Training training, Pilot pilot, LastSet sets) {
    try {
      return training.run(pilot);
    } finally {
      account.see(training);
      account.leftOut().forEach((file, why) -> watcher.note("left out: " + file + " " + why));
      account.files(sets.files(trial.data(), account.leftOut().size()));
    }
  }

  private void begin(Training training, Network network) {
    Optional<Loading> stored = trial.start().pinned().loading(network.parameters());
    if (stored.isPresent()) {
      training.weights().load(stored.get().read());
      watcher.note(stored.get().report());
      account.loaded(stored.get().brief());
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

  Outcome end(Ending ending, String reason) {
    int all = trial.train().epochs();
    if (ending != Ending.STOPPED) {
      return account.end(ending, reason, all);
    }
    String where = "stopped after epoch " + conditions.until() + " of " + all;
    return account.end(ending, where, conditions.until());
  }
}
