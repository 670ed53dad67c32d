package io.squeezelab.analysis;

import io.squeezelab.cost.Cost;
import io.squeezelab.results.Result;
import java.util.List;

/**
 * What the seeds of one arm say together. Accuracies are fractions.
 *
 * @param top1 test accuracy over the seeds whose trials completed
 * @param best highest test accuracy of a seed; NaN for none
 * @param difference test accuracy minus the baseline's, over the seeds that both have: each seed
 *     gives one difference, since both arms saw the same batches. Nothing for the baseline itself,
 *     and for an arm that was stopped early: seeds that went on did so for their accuracy
 * @param unfinished trials that ended without a test accuracy
 * @param missing seeds that no trial has ended for
 * @param stopped trials that the search stopped early; such an arm is compared with nothing
 * @param cost of the network for one image; null where no trial has said
 * @param seconds median wall-clock of the completed trials; NaN for none
 * @param imagesPerSecond median training speed of the completed trials; NaN for none
 */
public record Arm(
    String label,
    boolean baseline,
    Estimate top1,
    double best,
    Estimate difference,
    List<Result> unfinished,
    List<Long> missing,
    int stopped,
    Cost cost,
    double seconds,
    double imagesPerSecond) {

  public Arm {
    unfinished = List.copyOf(unfinished);
    missing = List.copyOf(missing);
  }

  /** Its trials that ended at a rung and may go on; such an arm is compared with nothing either. */
  public int paused() {
    return (int) unfinished.stream().filter(Study::halted).count() - stopped;
  }

  /** Its trials that ended without a test accuracy, and not because the search asked for it. */
  public int failed() {
    return unfinished.size() - stopped - paused();
  }

  /** Seeds that the arm is to have: completed, ended otherwise, or still to come. */
  public int planned() {
    return top1.n() + unfinished.size() + missing.size();
  }
}
