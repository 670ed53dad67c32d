package io.squeezelab.chart;

import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.data.Range;

/** A horizontal axis: values from {@code left} to {@code right}. */
record Ruler(Range range, double left, double right) {

  double at(double value) {
    double share = (value - range.getLowerBound()) / range.getLength();
    return left + share * (right - left);
  }

  /** As near as the axis has it. */
  double clipped(double value) {
    return at(range.constrain(value));
  }

  /** Grid, numbers and name below an area between two heights. */
  void draw(Pen pen, String name, double top, double bottom) {
    NumberTickUnit unit = right - left < 300 ? Ticks.few(range, false) : Ticks.unit(range);
    double step = unit.getSize();
    double from = Math.ceil(range.getLowerBound() / step - 1e-9);
    for (double i = from; i * step <= range.getUpperBound() + 1e-9 * step; i++) {
      double x = at(i * step);
      pen.line(x, top, x, bottom, Tone.GRID, Mark.stroke(0.8f));
      String number = unit.valueToString(i * step + 0.0).replace('-', '−');
      pen.textAround(number, x, bottom + 9, Typeface.TICK, Tone.INK);
    }
    pen.line(left, bottom, right, bottom, Tone.SOFT, Mark.stroke(0.8f));
    pen.textAround(name, (left + right) / 2, bottom + 25, Typeface.AXIS, Tone.INK);
  }

  /** A bar between two values, {@code height} high around {@code y}. */
  Rectangle2D bar(double from, double to, double y, double height) {
    double x = clipped(from);
    return new Rectangle2D.Double(x, y - height / 2, clipped(to) - x, height);
  }
}
