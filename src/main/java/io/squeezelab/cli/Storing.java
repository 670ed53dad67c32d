package io.squeezelab.cli;

import io.squeezelab.cost.Cost;
import io.squeezelab.export.Exports;
import io.squeezelab.results.Folder;
import io.squeezelab.results.GateFile;
import io.squeezelab.results.Result;
import io.squeezelab.results.Spent;
import io.squeezelab.results.TrialLog;
import io.squeezelab.sweep.Job;
import io.squeezelab.sweep.Listener;
import io.squeezelab.sweep.Relay;
import io.squeezelab.train.Gates;
import io.squeezelab.trial.Outcome;
import io.squeezelab.trial.Recipe;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Stores what a sweep brings, as it comes, before anybody else hears of it. */
final class Storing extends Relay {
  private final Folder folder;
  private final TrialLog log;
  private final Exports exports;
  private final Map<Recipe, Cost> costs = new HashMap<>();

  /**
   * @param next hears of everything after that
   */
  Storing(Folder folder, TrialLog log, Exports exports, Listener next) {
    super(next);
    this.folder = folder;
    this.log = log;
    this.exports = exports;
  }

  @Override
  public void gates(int worker, Job job, Gates gates) {
    new GateFile(job.id(), gates).write(folder);
    super.gates(worker, job, gates);
  }

  /** Holds its own lock while it writes, so that a process that ends writes whole lines. */
  @Override
  public void finished(int worker, Job job, Outcome outcome) {
    Recipe recipe = job.trial().recipe();
    Cost cost = costs.computeIfAbsent(recipe, one -> one.network().cost());
    Result result =
        new Result(
            job.id(),
            job.arm(),
            job.trial().seed(),
            job.attempt(),
            job.trial().resolved(),
            cost,
            outcome);
    synchronized (this) {
      log.append(result);
    }
    if (outcome.over()) {
      new Spent(folder, log::force).clear(List.of(job.id()));
    }
    exports.finished(result);
    super.finished(worker, job, outcome);
  }
}
