package io.squeezelab.report;

import io.squeezelab.analysis.Arm;
import io.squeezelab.analysis.Contrast;
import io.squeezelab.analysis.Contrast.Finding;
import io.squeezelab.analysis.Contrasts;
import io.squeezelab.analysis.Estimate;
import io.squeezelab.analysis.Numbers;
import io.squeezelab.analysis.Summary;
import io.squeezelab.cost.Cost;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The summary as templates and notebooks take it: one map of cells an arm. */
public final class Rows {
  private Rows() {}

  public static List<Map<String, Object>> of(Summary summary) {
    return summary.arms().stream()
        .map(a -> row(a, summary, summary.decisive().row(a.label())))
        .toList();
  }

  private static Map<String, Object> row(Arm arm, Summary in, Optional<Contrast> contrast) {
    Estimate difference = contrast.map(Contrast::difference).orElse(Estimate.NONE);
    boolean plain = in.plain(arm);
    Finding finding = contrast.map(Contrast::finding).orElse(Finding.UNTOLD);
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("arm", arm.label());
    row.put("baseline", plain);
    row.put("best", arm.top1().mean() == in.highest());
    row.put("n", n(arm));
    row.put("seeds", seeds(arm));
    row.put("top1", top1(arm));
    row.put("interval", interval(arm.top1()));
    row.put("top-seed", Numbers.percent(arm.best()));
    row.put("difference", plain ? "baseline" : difference(difference, arm));
    row.put("above", finding == Finding.ABOVE);
    row.put("below", finding == Finding.BELOW);
    row.put("stars", stars(contrast));
    row.put("starred", !stars(contrast).isEmpty());
    row.put("params", arm.cost() == null ? Numbers.UNKNOWN : Numbers.count(arm.cost().params()));
    row.put("macs", arm.cost() == null ? Numbers.UNKNOWN : Numbers.count(arm.cost().macs()));
    row.put("seconds", Numbers.measure(arm.seconds()));
    row.put("speed", Numbers.measure(arm.imagesPerSecond()));
    row.put("n-value", arm.top1().n());
    row.put("top1-value", value(arm.top1().mean()));
    row.put("low-value", value(arm.top1().low()));
    row.put("top-seed-value", value(arm.best()));
    row.put("difference-value", value(plain ? 0 : difference.mean()));
    row.put("params-value", cost(arm, Cost::params));
    row.put("macs-value", cost(arm, Cost::macs));
    row.put("seconds-value", value(arm.seconds()));
    row.put("speed-value", value(arm.imagesPerSecond()));
    return row;
  }

  /** One for each of 5 %, 1 % and 0.1 % that the corrected p is below. */
  private static String stars(Optional<Contrast> contrast) {
    double p = contrast.map(Contrast::adjusted).orElse(Double.NaN);
    return p < 0.001 ? "***" : p < 0.01 ? "**" : p < Contrasts.LEVEL ? "*" : "";
  }

  /** {@code 3}, or {@code 1 of 5 (2 stopped early, 1 failed)}: nothing goes without a word. */
  private static String n(Arm arm) {
    List<String> others = new ArrayList<>();
    others.addAll(arm.stopped() > 0 ? List.of(arm.stopped() + " stopped early") : List.of());
    others.addAll(arm.paused() > 0 ? List.of(arm.paused() + " paused") : List.of());
    others.addAll(arm.failed() > 0 ? List.of(arm.failed() + " did not complete") : List.of());
    String why = others.isEmpty() ? "" : " (" + String.join(", ", others) + ")";
    return seeds(arm) + (arm.top1().n() == arm.planned() ? "" : why);
  }

  private static String seeds(Arm arm) {
    int n = arm.top1().n();
    return n == arm.planned() ? Integer.toString(n) : n + " of " + arm.planned();
  }

  private static String top1(Arm arm) {
    Estimate of = arm.top1();
    if (!of.known()) {
      return arm.paused() > 0
          ? "paused"
          : arm.stopped() > 0 ? "stopped early" : "no trial finished";
    }
    String mean = Numbers.percent(of.mean());
    return of.bounded() ? mean + " ± " + Numbers.percent(of.sd()) : mean + " (one seed)";
  }

  private static String interval(Estimate of) {
    return of.bounded()
        ? Numbers.percent(of.low()) + " to " + Numbers.percent(of.high())
        : Numbers.UNKNOWN;
  }

  private static String difference(Estimate of, Arm arm) {
    if (!of.known()) {
      return Numbers.UNKNOWN;
    }
    String pairs = of.n() == 1 ? "one pair" : of.n() + " pairs";
    String said = of.n() == arm.top1().n() && of.n() > 1 ? "" : " (" + pairs + ")";
    String interval =
        of.bounded()
            ? " [%s, %s]".formatted(Numbers.points(of.low()), Numbers.points(of.high()))
            : "";
    return Numbers.points(of.mean()) + interval + said;
  }

  private static String cost(Arm arm, ToDoubleFunction<Cost> what) {
    return arm.cost() == null ? "" : value(what.applyAsDouble(arm.cost()));
  }

  /** What a column is sorted by; empty for what is not known, which goes last. */
  static String value(double number) {
    return Double.isFinite(number) ? Double.toString(number) : "";
  }
}
