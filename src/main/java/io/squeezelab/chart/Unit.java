package io.squeezelab.chart;

import io.squeezelab.analysis.Tradeoff;
import io.squeezelab.analysis.Tradeoff.Axis;
import io.squeezelab.analysis.Tradeoff.Point;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jfree.data.Range;

/** What a cost axis counts, and in what: billions, millions or thousands. */
record Unit(String what, String name, double size) {
  static Unit of(Tradeoff tradeoff) {
    String what = tradeoff.axis() == Axis.MACS ? "Multiply-adds per image" : "Trainable parameters";
    long most = tradeoff.points().stream().mapToLong(Point::cost).max().orElse(0);
    if (most >= 1_000_000_000) {
      return new Unit(what, "billions", 1e9);
    }
    return most >= 1_000_000 ? new Unit(what, "millions", 1e6) : new Unit(what, "thousands", 1e3);
  }

  String label() {
    return what + " (" + name + ")";
  }

  double of(Point point) {
    return point.cost() / size;
  }

  Range range(List<Point> points) {
    double[] costs = points.stream().mapToDouble(this::of).toArray();
    double most = DoubleStream.of(costs).max().orElse(1);
    Range tight = Extent.of(costs, new double[0], Math.max(1e-3 * most, 1e-6));
    Range range = Range.expand(tight, 0.02, 0.06); // labels stand on the right
    return new Range(Math.max(0, range.getLowerBound()), range.getUpperBound());
  }
}
