package io.squeezelab.report;

import io.squeezelab.analysis.Arm;
import io.squeezelab.analysis.Estimate;
import io.squeezelab.analysis.Evidence;
import io.squeezelab.analysis.Numbers;
import io.squeezelab.analysis.Ranks;
import io.squeezelab.analysis.Study;
import io.squeezelab.analysis.Summary;
import io.squeezelab.chart.Table;
import io.squeezelab.cost.Cost;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Several experiments side by side: arms of the same label are one row.
 *
 * @param names of the experiments; of equal ones the later are numbered
 */
record Across(List<String> names, List<Study> studies, List<Summary> summaries) {
  private static final int LEAST = 3;
  private static final String UNLIKE =
      "Of one name, but not of one cost, and so not the same network or not the same classes: ";

  static Across of(List<Study> studies) {
    List<String> names = new ArrayList<>();
    for (Study study : studies) {
      long before =
          studies.subList(0, names.size()).stream()
              .filter(s -> s.name().equals(study.name()))
              .count();
      names.add(study.name() + (before == 0 ? "" : " (" + (before + 1) + ")"));
    }
    return new Across(names, studies, studies.stream().map(Summary::of).toList());
  }

  /** By heading: claims, agreement with publications, one table a measure, agreement in between. */
  Map<String, Listing> tables() {
    Map<String, Listing> tables = new LinkedHashMap<>(new Expectations(names, studies).tables());
    tables.put(
        "Accuracy", table("Test top-1 (%): mean ± sd (seeds completed of planned)", Across::top1));
    tables.put(
        "Differences",
        table(
            "Difference to the experiment's baseline (points) [95 % interval]",
            Across::difference));
    tables.put("Parameters", table("Parameters of each arm", cost(Cost::params)));
    tables.put("MACs", table("MACs per image", cost(Cost::macs)));
    tables.put("Agreement", new Rankings(names, summaries).listing());
    return tables;
  }

  private static Function<Arm, String> cost(ToLongFunction<Cost> of) {
    return arm -> arm.cost() == null ? "" : Numbers.count(of.applyAsLong(arm.cost()));
  }

  private Listing table(String caption, Function<Arm, String> cell) {
    List<String> header = Stream.concat(Stream.of("Arm"), names.stream()).toList();
    List<List<String>> rows = labels().stream().map(label -> row(label, cell)).toList();
    List<String> unlike = labels().stream().filter(this::unlike).toList();
    return new Listing(
        caption,
        new Table(header, rows),
        unlike.isEmpty() ? List.of() : List.of(UNLIKE + String.join("; ", unlike) + "."));
  }

  /** Whether a label is of networks that cost differently. */
  private boolean unlike(String label) {
    return summaries.stream()
            .flatMap(summary -> arm(summary, label).stream())
            .map(Arm::cost)
            .filter(Objects::nonNull)
            .distinct()
            .count()
        > 1;
  }

  private List<String> row(String label, Function<Arm, String> cell) {
    List<String> row = new ArrayList<>(List.of(label));
    for (Summary summary : summaries) {
      String text = arm(summary, label).map(cell).orElse("");
      row.add(text.isEmpty() ? Numbers.UNKNOWN : text);
    }
    return row;
  }

  /** Of all arms, in the order in which they come. */
  List<String> labels() {
    return studies.stream().flatMap(study -> study.arms().stream()).distinct().toList();
  }

  private static Optional<Arm> arm(Summary of, String label) {
    return of.arms().stream().filter(arm -> arm.label().equals(label)).findFirst();
  }

  private static String top1(Arm arm) {
    Estimate of = arm.top1();
    String sd = of.bounded() ? " ± " + Numbers.percent(of.sd()) : "";
    return Numbers.percent(of.mean()) + sd + " (" + of.n() + " of " + arm.planned() + ")";
  }

  private static String difference(Arm arm) {
    Estimate of = arm.difference();
    String interval =
        of.bounded()
            ? " [%s, %s]".formatted(Numbers.points(of.low()), Numbers.points(of.high()))
            : "";
    return arm.baseline() ? "baseline" : of.known() ? Numbers.points(of.mean()) + interval : "";
  }

  /** Over data sets, which have to be three at least, and one an experiment. */
  Optional<Ranks> ranks() {
    long sets = studies.stream().map(study -> Evidence.of(study).data()).distinct().count();
    if (sets < LEAST || sets < studies.size()) {
      return Optional.empty();
    }
    return Optional.of(Ranks.of(studies)).filter(ranks -> ranks.ranks().size() > 1);
  }

  /** How the claims stand, and what the ranks say, or why there are none. */
  String verdict() {
    return (new Expectations(names, studies).verdict() + " " + ranked()).strip();
  }

  private String ranked() {
    return ranks()
        .map(
            of ->
                "Over %d data sets Friedman's test gives %s; mean ranks have to differ by %s to be told apart at 5 %% (Nemenyi). %s"
                    .formatted(
                        of.blocks().size(),
                        Numbers.chance(of.p()),
                        Numbers.measure(of.distance()),
                        String.join(" ", of.missing())))
        .orElse(
            "No critical difference: that takes three data sets or more, one an experiment, and two common arms.")
        .strip();
  }
}
