package io.squeezelab.train;

/**
 * What a completed trial reached. Accuracies are fractions in [0, 1], losses are mean cross entropy
 * in nats without label smoothing.
 *
 * @param top1 accuracy on the test split, read once, at the end
 * @param validationTop1 accuracy on the held-out part of the training split, which is all that
 *     choices may look at
 * @param epoch the epoch (from 1) whose weights were tested
 */
public record Metrics(
    double top1, double loss, double validationTop1, double validationLoss, int epoch) {

  /** The same without what the test split said, which no choice may look at. */
  public Metrics untested() {
    return new Metrics(Double.NaN, Double.NaN, validationTop1, validationLoss, epoch);
  }
}
