package io.squeezelab.report;

import static io.squeezelab.analysis.Numbers.UNKNOWN;

import io.squeezelab.analysis.Front;
import io.squeezelab.analysis.Numbers;
import io.squeezelab.analysis.Study;
import io.squeezelab.analysis.Summary;
import io.squeezelab.analysis.TimeToAccuracy;
import io.squeezelab.analysis.Tradeoff.Axis;
import io.squeezelab.chart.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What accuracy costs: who is on the Pareto front and how surely, and how long training takes. */
final class CostSection {
  private CostSection() {}

  static List<Map<String, Object>> of(Study study, Summary summary) {
    List<Listing> all = new ArrayList<>();
    for (Axis axis : List.of(Axis.MACS, Axis.PARAMS)) {
      Front front = Front.of(study, summary, axis);
      if (front.arms().size() > 1) {
        all.add(front(front));
      }
    }
    TimeToAccuracy time = TimeToAccuracy.of(study);
    if (!time.rows().isEmpty()) {
      all.add(Arrivals.listing(time, study));
    }
    return Listings.html(all.toArray(Listing[]::new));
  }

  private static Listing front(Front of) {
    List<String> header =
        List.of("Arm", of.axis().label(), "n", "Mean top-1 (%)", "On the front", "Probability");
    List<List<String>> rows = of.arms().stream().map(CostSection::place).toList();
    List<String> notes = new ArrayList<>();
    notes.add("On the front: no other arm has at least its mean at no more of the cost.");
    if (of.resamples() > 0) {
      notes.add(
          "Probability: share of %s draws of the %d common seeds in which it is on the front."
              .formatted(Numbers.count(of.resamples()), of.seeds()));
      if (of.seeds() < Comparisons.ENOUGH) {
        notes.add("Draws of so few seeds are much alike: probabilities are too near 0 and 100 %.");
      }
    }
    notes.add(hypervolume(of));
    notes.addAll(of.remarks());
    String caption = "Pareto front of mean accuracy and " + of.axis().what();
    return new Listing(caption, new Table(header, rows), notes);
  }

  private static List<String> place(Front.Place of) {
    return List.of(
        of.point().label(),
        Numbers.count(Math.round(of.point().cost())),
        Integer.toString(of.point().top1().n()),
        Numbers.percent(of.point().top1().mean()),
        of.on() ? "yes" : "no",
        Double.isNaN(of.probability()) ? UNKNOWN : Numbers.percent(of.probability()) + " %");
  }

  private static String hypervolume(Front of) {
    String interval =
        Double.isFinite(of.low())
            ? " (95 % bootstrap interval "
                + Numbers.measure(of.low())
                + " to "
                + Numbers.measure(of.high())
                + ")"
            : "";
    return "Hypervolume: %s%s of the area from %s to %s %s and from %s %% to 100 %% accuracy."
        .formatted(
            Numbers.measure(of.hypervolume()),
            interval,
            Numbers.count(Math.round(of.from())),
            Numbers.count(Math.round(of.limit())),
            of.axis().what(),
            Numbers.percent(of.floor()));
  }
}
