package io.squeezelab.chart;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.stream.IntStream;

/** Stacks lines of text in a column, each as near as it can be to where it wants to stand. */
final class Column {
  private Column() {}

  /** A run of lines that touch. */
  private record Run(int from, int count, double sum) {
    double middle() {
      return sum / count;
    }
  }

  /**
   * Middles of lines that are {@code height} apart or more, in the order of what they want, with
   * the least squared distance to it; within top and bottom as far as the lines fit there.
   */
  static double[] spread(double[] wanted, double height, double top, double bottom) {
    int n = wanted.length;
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> wanted[i]))
            .mapToInt(i -> i)
            .toArray();
    // A line's own place is what it wants less the lines above it; places may only rise.
    Deque<Run> runs = new ArrayDeque<>();
    for (int k = 0; k < n; k++) {
      Run run = new Run(k, 1, wanted[order[k]] - k * height);
      while (!runs.isEmpty() && runs.peekLast().middle() >= run.middle()) {
        Run before = runs.pollLast();
        run = new Run(before.from, before.count + run.count, before.sum + run.sum);
      }
      runs.addLast(run);
    }
    double last = Math.max(top + height / 2, bottom - height / 2 - (n - 1) * height);
    double[] places = new double[n];
    for (Run run : runs) {
      double start = Math.max(top + height / 2, Math.min(run.middle(), last));
      Arrays.stream(order, run.from, run.from + run.count).forEach(i -> places[i] = start);
    }
    for (int k = 0; k < n; k++) {
      places[order[k]] += k * height;
    }
    return places;
  }
}
