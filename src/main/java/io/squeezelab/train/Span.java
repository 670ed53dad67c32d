package io.squeezelab.train;

/** How long a training is: what a schedule needs to know besides the step. */
public record Span(int epochs, int stepsPerEpoch) {
  public int steps() {
    return epochs * stepsPerEpoch;
  }

  /** Steps in this many epochs, a fraction of one allowed, rounded to a whole step. */
  public int steps(double someEpochs) {
    return (int) Math.round(someEpochs * stepsPerEpoch);
  }
}
