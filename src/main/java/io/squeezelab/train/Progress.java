package io.squeezelab.train;

import io.squeezelab.spec.Check;
import java.util.List;

/**
 * Where a training is, between two steps: with its arrays ({@link Training#arrays}) all that it
 * needs to go on as if it had not paused. What is drawn at random depends on the seed and the place
 * alone (docs/decisions/stateless-randomness.md).
 *
 * @param epoch under way, from 1
 * @param step of the epoch that is next, from 0
 * @param loss summed over the epoch's steps so far
 * @param correct answers in the epoch so far; no whole number where targets are mixed
 * @param seconds of the epoch so far
 * @param history finished epochs
 * @param paused epochs that did not go through in one go
 * @param bestEpoch whose weights are kept as the best so far; 0 for none
 * @param bestTop1 its validation accuracy
 */
public record Progress(
    int epoch,
    int step,
    double loss,
    double correct,
    double seconds,
    List<Epoch> history,
    List<Integer> paused,
    int bestEpoch,
    double bestTop1) {
  public Progress {
    Check.atLeast("epoch", 1, epoch);
    Check.atLeast("step", 0, step);
    Check.that(history.size() == epoch - 1, "history", "is not that of the epochs before");
    history = List.copyOf(history);
    paused = List.copyOf(paused);
  }
}
