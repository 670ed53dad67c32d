package io.squeezelab.analysis;

import io.squeezelab.analysis.Ruling.Verdict;
import io.squeezelab.experiment.Claim;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Comparisons that a claim is made of: it is supported if all of them are, and contradicted if one
 * is.
 *
 * @param cost a sentence on what the arms cost; empty where the claim does not say
 */
record Duels(Claim claim, List<Duel> duels, String cost) implements Argument {
  @Override
  public double[] p() {
    return duels.stream().mapToDouble(Duel::p).toArray();
  }

  @Override
  public Ruling ruling(double[] adjusted, int tests) {
    List<Verdict> verdicts =
        IntStream.range(0, duels.size()).mapToObj(i -> duels.get(i).verdict(adjusted[i])).toList();
    Verdict verdict = together(verdicts);
    List<String> numbers = new ArrayList<>(duels.stream().map(Duel::numbers).distinct().toList());
    if (!cost.isEmpty()) {
      numbers.add(cost);
    }
    Set<String> remedies = new LinkedHashSet<>();
    for (int i = 0; i < duels.size() && verdict == Verdict.UNDECIDED; i++) {
      remedies.add(verdicts.get(i) == Verdict.UNDECIDED ? duels.get(i).remedy(tests) : "");
    }
    remedies.remove("");
    numbers.addAll(remedies);
    return new Ruling(
        claim, verdict, String.join(". ", numbers), test(adjusted, tests), decisive(adjusted));
  }

  private static Verdict together(List<Verdict> verdicts) {
    if (verdicts.contains(Verdict.CONTRADICTED)) {
      return Verdict.CONTRADICTED;
    }
    return verdicts.contains(Verdict.UNDECIDED) ? Verdict.UNDECIDED : Verdict.SUPPORTED;
  }

  /** Of the comparison that decides: one that contradicts, or else the least sure. */
  private double decisive(double[] adjusted) {
    double against =
        IntStream.range(0, duels.size())
            .filter(i -> duels.get(i).verdict(adjusted[i]) == Verdict.CONTRADICTED)
            .mapToDouble(i -> adjusted[i])
            .min()
            .orElse(Double.NaN);
    double least = IntStream.range(0, duels.size()).mapToDouble(i -> adjusted[i]).max().orElse(1);
    return Double.isNaN(against) ? least : against;
  }

  private String test(double[] adjusted, int tests) {
    String chances =
        IntStream.range(0, duels.size())
            .mapToObj(i -> duels.get(i).chances(adjusted[i]))
            .collect(Collectors.joining("; "));
    if (chances.matches("no test(; no test)*")) {
      return "No test";
    }
    double margin = duels.get(0).margin();
    String against = margin > 0 ? " against −" + Numbers.size(margin) + " points" : "";
    return "Paired t test" + against + ", " + Rulings.correction(tests) + ": " + chances;
  }
}
