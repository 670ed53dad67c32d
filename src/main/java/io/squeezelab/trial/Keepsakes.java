package io.squeezelab.trial;

import io.squeezelab.engine.Parameters;
import io.squeezelab.train.Training;
import io.squeezelab.trial.Checkpoints.Keep;
import java.nio.file.Path;

/** Weights that stay as files beside the checkpoints when a trial has completed, if asked for. */
final class Keepsakes {
  private final Trial trial;
  private final Conditions conditions;
  private final Watcher watcher;
  private final Parameters declared;
  private final Training training;

  Keepsakes(
      Trial trial, Conditions conditions, Watcher watcher, Parameters declared, Training training) {
    this.trial = trial;
    this.conditions = conditions;
    this.watcher = watcher;
    this.declared = declared;
    this.training = training;
  }

  private boolean wants(Keep which) {
    return conditions.folder() != null && conditions.checkpoints().keep().contains(which);
  }

  /** Before the first step. */
  void prepare() {
    if (wants(Keep.BEST) && !trial.data().validated()) {
      watcher.note("keeps no best weights: there is no validation split to choose by");
    } else if (wants(Keep.BEST)) {
      training.keepBest();
    }
  }

  /** After the last step, before the weights that are tested are chosen. */
  void last() {
    if (wants(Keep.LAST)) {
      write("weights-last.safetensors");
    }
  }

  /** After all that looks at the weights that were tested: they are replaced. */
  void best() {
    if (wants(Keep.BEST) && training.useBest() > 0) {
      write("weights-best.safetensors");
    }
  }

  private void write(String name) {
    Path file = Path.of(conditions.folder()).resolve(name);
    try {
      WeightFile.write(file, trial, declared, training.weights().copy());
    } catch (RuntimeException | OutOfMemoryError e) { // its numbers matter more
      watcher.trouble(e);
    }
  }
}
