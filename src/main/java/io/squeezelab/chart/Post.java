package io.squeezelab.chart;

import io.squeezelab.analysis.Coordinates.Line;
import io.squeezelab.analysis.Numbers;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.jfree.data.Range;

/**
 * One axis of parallel coordinates.
 *
 * @param labels what stands along it, from the bottom to the top
 * @param of where a line meets it, from 0 at the bottom to 1; NaN for nowhere
 */
record Post(String name, List<String> labels, ToDoubleFunction<Line> of) {

  static Post ofLevels(String name, List<String> levels, Function<Line, String> of) {
    double last = levels.size() - 1.0;
    return new Post(
        name,
        levels,
        line -> {
          int at = levels.indexOf(of.apply(line));
          return at < 0 ? Double.NaN : last == 0 ? 0.5 : at / last;
        });
  }

  static Post ofCounts(String name, List<Line> lines, ToLongFunction<Line> of) {
    Range range = range(lines, of::applyAsLong);
    String low = Numbers.count((long) range.getLowerBound());
    String high = Numbers.count((long) range.getUpperBound());
    return new Post(name, ends(range, low, high), line -> share(range, of.applyAsLong(line)));
  }

  /** Values that are per cent already. */
  static Post ofPercent(String name, List<Line> lines, ToDoubleFunction<Line> of) {
    Range range = range(lines, of);
    String low = Numbers.percent(range.getLowerBound() / 100);
    String high = Numbers.percent(range.getUpperBound() / 100);
    return new Post(name, ends(range, low, high), line -> share(range, of.applyAsDouble(line)));
  }

  private static List<String> ends(Range range, String low, String high) {
    return range.getLength() == 0 ? List.of(low) : List.of(low, high);
  }

  private static double share(Range range, double value) {
    return range.getLength() == 0 ? 0.5 : (value - range.getLowerBound()) / range.getLength();
  }

  private static Range range(List<Line> lines, ToDoubleFunction<Line> of) {
    double low = lines.stream().mapToDouble(of).min().orElse(0);
    double high = lines.stream().mapToDouble(of).max().orElse(0);
    return new Range(low, high);
  }
}
