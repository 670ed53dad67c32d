package io.squeezelab.report;

import io.squeezelab.analysis.Beside;
import io.squeezelab.analysis.Numbers;
import io.squeezelab.analysis.Ruling;
import io.squeezelab.analysis.Ruling.Verdict;
import io.squeezelab.analysis.Rulings;
import io.squeezelab.analysis.Study;
import io.squeezelab.chart.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What several experiments were expected to find, beside what they found. */
record Expectations(List<String> names, List<Study> studies) {

  /** By heading; none where nothing was expected. */
  Map<String, Listing> tables() {
    Map<String, Listing> tables = new LinkedHashMap<>();
    if (!rulings().isEmpty()) {
      tables.put("Claims", claims());
    }
    Listing publications = publications();
    if (!publications.table().rows().isEmpty()) {
      tables.put("Publications", publications);
    }
    return tables;
  }

  /** How many claims stand how, in a sentence; empty where there are none. */
  String verdict() {
    List<Ruling> all = rulings();
    return all.isEmpty()
        ? ""
        : "Claims: %d supported, %d contradicted, %d undecided."
            .formatted(
                count(all, Verdict.SUPPORTED),
                count(all, Verdict.CONTRADICTED),
                count(all, Verdict.UNDECIDED));
  }

  private List<Ruling> rulings() {
    return studies.stream().flatMap(study -> Rulings.of(study).stream()).toList();
  }

  private static long count(List<Ruling> all, Verdict verdict) {
    return all.stream().filter(ruling -> ruling.verdict() == verdict).count();
  }

  private Listing claims() {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < studies.size(); i++) {
      Study study = studies.get(i);
      for (Ruling of : Rulings.of(study)) {
        String printed = Held.printed(of.claim(), study);
        rows.add(
            List.of(
                names.get(i),
                of.claim().text(),
                Held.word(of.verdict()),
                of.numbers() + ".",
                printed.isEmpty() ? Numbers.UNKNOWN : printed));
      }
    }
    List<String> header = List.of("Experiment", "Claim", "Verdict", "Ours", "Printed errors (%)");
    String note =
        "Intervals are of single differences, at 95 %; verdicts hold at 5 % after Holm's correction"
            + " over all tests of the claims of an experiment. Claims of several experiments about the"
            + " same trials are counted in each.";
    return new Listing(
        "What each experiment claims, and what its results say",
        new Table(header, rows),
        List.of(note));
  }

  private Listing publications() {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < studies.size(); i++) {
      String name = names.get(i);
      Optional<Beside> beside = Beside.of(studies.get(i));
      beside.ifPresent(of -> rows.add(publication(name, of)));
    }
    List<String> header = List.of("Experiment", "Publication", "Differences", "Kendall's τ-b", "p");
    String note =
        "Differences of each arm to its own baseline, which in a grid of networks is the same network"
            + " with the baseline's attention; the 0 of the baselines is among them. 1: ours have the"
            + " order of the printed ones, −1: the opposite one.";
    return new Listing("Agreement with publications", new Table(header, rows), List.of(note));
  }

  private static List<String> publication(String name, Beside of) {
    return List.of(
        name,
        of.reference().source(),
        Integer.toString(of.ranked()),
        Numbers.points(of.tau() / 100),
        Numbers.probability(of.p()));
  }
}
