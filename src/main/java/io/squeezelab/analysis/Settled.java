package io.squeezelab.analysis;

import io.squeezelab.analysis.Ruling.Verdict;
import io.squeezelab.experiment.Claim;

/** A claim that needs no test. */
record Settled(Ruling ruling) implements Argument {
  static Settled of(Claim claim, Verdict verdict, String numbers) {
    return new Settled(new Ruling(claim, verdict, numbers, "No test", Double.NaN));
  }

  @Override
  public double[] p() {
    return new double[0];
  }

  @Override
  public Ruling ruling(double[] adjusted, int tests) {
    return ruling;
  }
}
