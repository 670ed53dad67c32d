package io.squeezelab.chart;

import io.squeezelab.analysis.Estimate;
import io.squeezelab.analysis.Numbers;
import java.util.List;
import org.jfree.data.Range;

/** An interval as a line; an end that the axis does not reach has no cap. */
final class Whisker {
  private static final double CAP = 4;

  private Whisker() {}

  /**
   * @param scale from the estimate's unit to the axis's
   */
  static void draw(Pen pen, Ruler x, double y, Estimate of, double scale, Tone tone) {
    if (!of.bounded()) {
      return;
    }
    double low = scale * of.low();
    double high = scale * of.high();
    pen.line(x.clipped(low), y, x.clipped(high), y, tone, Mark.stroke(1.4f));
    for (double end : new double[] {low, high}) {
      if (x.range().contains(end)) {
        pen.line(x.at(end), y - CAP, x.at(end), y + CAP, tone, Mark.stroke(1.4f));
      }
    }
  }

  /** The same in a description, behind the mean; empty without an interval. */
  static String spoken(Estimate of) {
    return of.bounded()
        ? " [%s, %s]".formatted(Numbers.percent(of.low()), Numbers.percent(of.high()))
        : "";
  }

  /** What the bars do not show, to stand behind a caption. */
  static String remarks(List<Estimate> of, Range range, double scale) {
    boolean some = of.stream().anyMatch(Estimate::bounded);
    boolean all = of.stream().allMatch(Estimate::bounded);
    boolean cut =
        of.stream()
            .anyMatch(
                e ->
                    scale * e.high() > range.getUpperBound()
                        || scale * e.low() < range.getLowerBound());
    return (some && !all ? " · no bar: one seed" : "")
        + (cut ? " · bars without an end go on beyond the frame" : "");
  }
}
