package io.squeezelab.chart;

import io.squeezelab.analysis.Curves.Band;
import io.squeezelab.analysis.Curves.Curve;
import io.squeezelab.analysis.Curves.Step;
import io.squeezelab.analysis.Numbers;
import java.util.List;
import java.util.function.Function;
import org.jfree.data.Range;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/**
 * What learning curves draw against the epochs.
 *
 * @param file name of the chart's file
 * @param scale from the analysis's unit to the axis's
 * @param unit of the axis
 */
record Quantity(
    String file, String heading, String what, String unit, double scale, Function<Step, Band> of) {
  static final Quantity TOP1 =
      new Quantity(
          "learning-curves",
          "Validation accuracy by epoch",
          "Validation top-1",
          "%",
          100,
          Step::top1);
  static final Quantity LOSS =
      new Quantity(
          "training-loss", "Training loss by epoch", "Training loss", "nats", 1, Step::loss);

  String axis() {
    return what + " (" + unit + ")";
  }

  /** Whether it rises as training goes on. */
  boolean rises() {
    return this == TOP1;
  }

  /** The epochs of a curve that have a value. */
  List<Step> known(Curve curve) {
    return curve.steps().stream().filter(s -> of.apply(s).n() > 0).toList();
  }

  /** The last value of a curve. */
  double end(Curve curve) {
    List<Step> known = known(curve);
    return mean(known.get(known.size() - 1));
  }

  /** A line of the table behind the curves, in the unit of the axis. */
  void row(Table.Draft table, Curve curve, Step step) {
    Band band = of.apply(step);
    table.row(
        curve.label(),
        step.epoch(),
        band.n(),
        Numbers.measure(scale * band.mean()),
        Numbers.measure(scale * band.low()),
        Numbers.measure(scale * band.high()));
  }

  /** Room for the means from an epoch on; bands may reach beyond it. */
  Range range(List<Curve> curves, int from) {
    double[] means =
        curves.stream()
            .flatMap(c -> c.steps().stream())
            .filter(s -> s.epoch() >= from)
            .mapToDouble(this::mean)
            .toArray();
    Range range = Extent.of(means, new double[0], rises() ? 1 : 0.01);
    return rises()
        ? Extent.percent(range)
        : new Range(Math.max(0, range.getLowerBound()), range.getUpperBound());
  }

  /** One series a curve; where there is no band, it has no width. */
  YIntervalSeriesCollection data(List<Curve> curves) {
    YIntervalSeriesCollection data = new YIntervalSeriesCollection();
    for (Curve curve : curves) {
      YIntervalSeries line = new YIntervalSeries(curve.label());
      for (Step step : known(curve)) {
        Band band = of.apply(step);
        double low = band.n() > 1 ? band.low() : band.mean();
        double high = band.n() > 1 ? band.high() : band.mean();
        line.add(step.epoch(), mean(step), scale * low, scale * high);
      }
      data.addSeries(line);
    }
    return data;
  }

  private double mean(Step step) {
    return scale * of.apply(step).mean();
  }
}
