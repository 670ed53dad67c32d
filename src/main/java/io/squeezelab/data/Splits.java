package io.squeezelab.data;

import io.squeezelab.spec.Check;
import io.squeezelab.spec.Seeds;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * An official training split cut in two, as positions in it, ascending. The cut depends on nothing
 * but the labels, the size of the validation part and the seed; with the same labels and seed, a
 * larger validation part of a balanced set contains every smaller one.
 *
 * @param train positions to train on
 * @param validation positions held out, with classes in the proportions of the whole: exactly where
 *     they divide, otherwise within one image of them
 */
public record Splits(int[] train, int[] validation) {

  /**
   * @param labels class numbers from 0, one for each image
   * @param validation images to hold out; at least 0, below the number of labels
   */
  public static Splits of(int[] labels, int validation, long seed) {
    Check.within("validation", 0, labels.length, validation);
    int[] wanted = quotas(labels, validation);
    boolean[] held = new boolean[labels.length];
    for (int position : Seeds.permutation(labels.length, Seeds.random(seed, "split"))) {
      if (wanted[labels[position]]-- > 0) {
        held[position] = true;
      }
    }
    return new Splits(
        IntStream.range(0, labels.length).filter(i -> !held[i]).toArray(),
        IntStream.range(0, labels.length).filter(i -> held[i]).toArray());
  }

  /**
   * How many images of each class to hold out: its share of the whole rounded down, and one more
   * for the classes that lost most by rounding (the lower class number first) until all are given.
   */
  private static int[] quotas(int[] labels, int validation) {
    int classes = Arrays.stream(labels).max().orElse(-1) + 1;
    long[] exact = new long[classes]; // in units of 1 / labels.length
    for (int label : labels) {
      exact[label] += validation;
    }
    int[] quotas = new int[classes];
    for (int c = 0; c < classes; c++) {
      quotas[c] = (int) (exact[c] / labels.length);
    }
    int left = validation - Arrays.stream(quotas).sum();
    IntStream.range(0, classes)
        .boxed()
        .sorted(Comparator.comparingLong(c -> -(exact[c] % labels.length)))
        .limit(left)
        .forEach(c -> quotas[c]++);
    return quotas;
  }
}
