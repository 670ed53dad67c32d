package io.squeezelab.cli;

import io.squeezelab.analysis.Numbers;
import java.util.List;
import java.util.PriorityQueue;

/**
 * How many seconds something takes.
 *
 * @param low if all goes as quickly as the quicker measurements
 * @param high if all goes as slowly as the slower ones
 */
record Estimate(double low, double middle, double high) {

  Estimate plus(double seconds) {
    return new Estimate(low + seconds, middle + seconds, high + seconds);
  }

  /** Of trials that workers take in turn, each the next one as it becomes free. */
  static Estimate of(List<Estimate> trials, int workers) {
    return new Estimate(
        last(trials.stream().map(Estimate::low).toList(), workers),
        last(trials.stream().map(Estimate::middle).toList(), workers),
        last(trials.stream().map(Estimate::high).toList(), workers));
  }

  private static double last(List<Double> trials, int workers) {
    PriorityQueue<Double> free = new PriorityQueue<>();
    for (int i = 0; i < workers; i++) {
      free.add(0.0);
    }
    double last = 0;
    for (double seconds : trials) {
      double end = free.poll() + seconds;
      free.add(end);
      last = Math.max(last, end);
    }
    return last;
  }

  /** {@code 2 min (1 min to 3 min)}. */
  @Override
  public String toString() {
    String range = Numbers.duration(low) + " to " + Numbers.duration(high);
    return Numbers.duration(middle) + " (" + range + ")";
  }
}
