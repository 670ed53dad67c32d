package io.squeezelab.analysis;

import io.squeezelab.spec.From;
import java.util.Arrays;
import java.util.Comparator;

/**
 * Wilcoxon's signed-rank test, two-sided and exact: the rank sum of the positive differences among
 * all ways to give the ranks signs. Differences of 0 are left out, and equal sizes share the mean
 * of their ranks, as {@code scipy.stats.wilcoxon(d, zero_method="wilcox",
 * method=PermutationMethod(n_resamples=inf))} does it; without ties that is its {@code
 * method="exact"}.
 */
@From(
    value = "Wilcoxon (1945), Individual comparisons by ranking methods",
    link = "https://doi.org/10.2307/3001968")
final class SignedRank {
  private SignedRank() {}

  /** NaN where no difference is left. */
  static double p(double... differences) {
    Double[] left =
        Arrays.stream(differences)
            .filter(d -> Math.abs(d) > Estimate.NO_SPREAD)
            .boxed()
            .sorted(Comparator.comparingDouble(Math::abs))
            .toArray(Double[]::new);
    int[] ranks = doubled(left);
    int observed = 0;
    for (int i = 0; i < left.length; i++) {
      observed += left[i] > 0 ? ranks[i] : 0;
    }
    return left.length == 0 ? Double.NaN : twoSided(probabilities(ranks), observed);
  }

  /** Twice the rank of each, so that means of ranks are whole too. */
  private static int[] doubled(Double[] bySize) {
    int[] ranks = new int[bySize.length];
    for (int from = 0, to; from < ranks.length; from = to) {
      to = from + 1;
      while (to < ranks.length
          && Math.abs(bySize[to]) - Math.abs(bySize[to - 1]) <= Estimate.NO_SPREAD) {
        to++;
      }
      Arrays.fill(ranks, from, to, from + to + 1);
    }
    return ranks;
  }

  /** How likely each sum of positive ranks is when every sign is as likely as the other. */
  private static double[] probabilities(int[] ranks) {
    double[] of = new double[Arrays.stream(ranks).sum() + 1];
    of[0] = 1;
    for (int rank : ranks) {
      for (int sum = of.length - 1; sum >= 0; sum--) {
        of[sum] = (of[sum] + (sum < rank ? 0 : of[sum - rank])) / 2;
      }
    }
    return of;
  }

  private static double twoSided(double[] probabilities, int observed) {
    double atMost = Arrays.stream(probabilities, 0, observed + 1).sum();
    double atLeast = Arrays.stream(probabilities, observed, probabilities.length).sum();
    return Math.min(1, 2 * Math.min(atMost, atLeast));
  }
}
