package io.squeezelab.agenda;

import io.squeezelab.experiment.RunPolicy;
import io.squeezelab.sweep.Job;
import io.squeezelab.trial.Conditions;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * What every job of a sweep has in common.
 *
 * @param folders of trials, by id, where their checkpoints are
 * @param gates whether gates are to be recorded
 * @param weights whether tested weights are to be kept
 */
public record Orders(
    Function<String, Path> folders, RunPolicy run, boolean gates, boolean weights) {

  /**
   * @param microBatch images at a time; 0 for the whole batch
   */
  Job job(Wish wish, int attempt, int microBatch) {
    Conditions conditions =
        Conditions.PLAIN
            .in(folders.apply(wish.id()), run.checkpoint())
            .until(wish.until())
            .microBatch(microBatch);
    return new Job(wish.id(), wish.arm().label(), wish.trial(), attempt)
        .keeping(gates, weights)
        .within(run.timeOut() == null ? null : run.timeOut().duration())
        .under(conditions);
  }
}
