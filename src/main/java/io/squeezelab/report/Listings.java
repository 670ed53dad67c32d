package io.squeezelab.report;

import static io.squeezelab.analysis.Numbers.UNKNOWN;

import io.squeezelab.analysis.Contrasts;
import io.squeezelab.analysis.Estimate;
import io.squeezelab.analysis.Factors;
import io.squeezelab.analysis.Numbers;
import io.squeezelab.analysis.Summary;
import io.squeezelab.chart.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Tables of the page that only it has: comparisons with the baseline, and factors. */
final class Listings {
  /** Keys of {@link Comparisons} by the heading of their column. */
  private static final Map<String, String> COMPARED = new LinkedHashMap<>();

  static {
    COMPARED.put("Arm", "arm");
    COMPARED.put("Finding", "finding");
    COMPARED.put("Pairs", "pairs");
    COMPARED.put("Better in", "better");
    COMPARED.put("Difference (points)", "difference");
    COMPARED.put("Student interval", "student-interval");
    COMPARED.put("Bootstrap interval", "bootstrap-interval");
    COMPARED.put("Effect", "effect");
    COMPARED.put("p: t", "p-student");
    COMPARED.put("p: signed rank", "p-wilcoxon");
    COMPARED.put("p: sign flips", "p-flips");
    COMPARED.put("p corrected", "p-adjusted");
    COMPARED.put("Detectable (points)", "detectable");
  }

  private Listings() {}

  static List<Map<String, Object>> comparisons(Summary of) {
    List<Listing> all = new ArrayList<>();
    of.networks()
        .ifPresent(
            networks -> {
              String average = "Each attention " + networks.heading() + ", seed by seed";
              all.add(compared("Attention", average, networks.average()));
              all.add(compared("Arm", "Each arm less " + networks.against(), networks.own()));
            });
    String one = "Each arm less the baseline (%s), over common seeds";
    all.add(compared("Arm", one.formatted(of.contrasts().baseline()), of.contrasts()));
    return html(all.toArray(Listing[]::new));
  }

  private static Listing compared(String first, String title, Contrasts of) {
    List<List<String>> rows =
        Comparisons.of(of).stream()
            .map(row -> COMPARED.values().stream().map(key -> row.get(key).toString()).toList())
            .toList();
    List<String> heads = new ArrayList<>(COMPARED.keySet());
    heads.set(0, first);
    List<String> notes = new ArrayList<>();
    notes.add("The finding is that of the " + of.test() + ", at 5 %. Intervals are at 95 %.");
    notes.add(
        "Effect: mean over standard deviation of the differences (Hedges' g). Detectable: the"
            + " difference that these pairs would show with a power of 80 %, at this spread.");
    if (Comparisons.few(of)) {
      notes.add(Comparisons.FEW);
    }
    of.missing().forEach(line -> notes.add("Not compared: " + line));
    return new Listing(title, new Table(heads, rows), notes);
  }

  static List<Map<String, Object>> factors(Factors of) {
    if (of.effects().isEmpty()) {
      return List.of();
    }
    List<String> notes = new ArrayList<>();
    notes.add(
        "%d completed trials%s; seeds are blocks, sums of squares of type II."
            .formatted(
                of.trials(), of.balanced() ? "" : ", not every combination with every seed"));
    notes.addAll(of.remarks());
    Table effects =
        new Table(
            List.of(
                "Effect",
                "η²",
                "Partial η²",
                "F",
                "p",
                "Sum of squares (points²)",
                "Degrees of freedom"),
            Stream.concat(of.effects().stream(), Stream.of(of.error()))
                .map(Listings::effect)
                .toList());
    Table margins =
        new Table(
            List.of("Factor", "Level", "Trials", "Mean top-1 (%)", "95 % interval"),
            of.margins().stream().map(Listings::margin).toList());
    return html(
        new Listing("Analysis of variance of the test accuracy", effects, notes),
        new Listing("Mean at each level, over the levels of the other factors", margins));
  }

  private static List<String> effect(Factors.Effect of) {
    return List.of(
        of.factors().isEmpty() ? "what is left" : String.join(" × ", of.factors()),
        Numbers.measure(of.eta()),
        Numbers.measure(of.partialEta()),
        Numbers.measure(of.f()),
        Numbers.probability(of.p()),
        Numbers.measure(of.squares() * 10_000),
        Integer.toString(of.freedom()));
  }

  private static List<String> margin(Factors.Margin of) {
    Estimate mean = of.mean();
    String interval =
        Double.isFinite(mean.low())
            ? Numbers.percent(mean.low()) + " to " + Numbers.percent(mean.high())
            : UNKNOWN;
    String n = Integer.toString(mean.n());
    return List.of(of.factor(), of.level(), n, Numbers.percent(mean.mean()), interval);
  }

  static List<Map<String, Object>> html(Listing... all) {
    return Stream.of(all).map(one -> Map.<String, Object>of("listing", one.html())).toList();
  }
}
