package io.squeezelab.trial;

import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.Period;
import io.squeezelab.train.Train;
import java.nio.file.Path;

/**
 * Under what a trial runs. It is no part of the trial: none of it changes a number but {@code
 * microBatch}, which is recorded with the outcome.
 *
 * @param until epoch after which it stops, resumable; 0 for its own last one
 * @param microBatch images that go through the network at once, gradients being summed over the
 *     batch; 0 for the whole batch
 * @param folder of its checkpoints, where it looks for one to go on from; null for none
 * @param checkpoints when it writes them
 */
public record Conditions(
    @Default("0") int until,
    @Default("0") int microBatch,
    @Default("null") String folder,
    @Default("{}") Checkpoints checkpoints) {
  /** From its start to its end in one go. */
  public static final Conditions PLAIN =
      new Conditions(0, 0, null, new Checkpoints(0, Period.NEVER));

  public Conditions {
    Check.atLeast("until", 0, until);
    Check.atLeast("microBatch", 0, microBatch);
  }

  public Conditions until(int epoch) {
    return new Conditions(epoch, microBatch, folder, checkpoints);
  }

  public Conditions microBatch(int images) {
    return new Conditions(until, images, folder, checkpoints);
  }

  public Conditions in(Path where, Checkpoints when) {
    return new Conditions(until, microBatch, where.toString(), when);
  }

  /** The training under these conditions: at most so many images at once. */
  Train applied(Train train) {
    int most = train.microBatch() == 0 ? train.batch() : train.microBatch();
    return microBatch > 0 && microBatch < most ? train.microBatch(microBatch) : train;
  }
}
