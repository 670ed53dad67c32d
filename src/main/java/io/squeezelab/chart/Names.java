package io.squeezelab.chart;

import io.squeezelab.analysis.Tradeoff;
import io.squeezelab.analysis.Tradeoff.Point;
import java.util.List;
import java.util.Map;

/**
 * How the points of a chart are named: by their labels, or, where these are long, by numbers with a
 * key beside the plot. A chart names twelve at most; the rest are small grey dots.
 *
 * @param key null where points carry their labels
 */
record Names(List<Point> named, Map<String, Mark> marks, Key key) {
  static final int MOST = 12;
  private static final double LONG = 130;

  static Names of(Tradeoff tradeoff) {
    List<Point> named = tradeoff.notable(MOST);
    String baseline =
        named.stream().filter(Point::baseline).map(Point::label).findFirst().orElse(null);
    List<String> labels = named.stream().map(Point::label).toList();
    Map<String, Mark> marks = Mark.of(labels, baseline);
    boolean fit = labels.stream().allMatch(l -> Typeface.width(l, Typeface.LABEL) <= LONG);
    return new Names(named, marks, fit ? null : key(labels, marks));
  }

  private static Key key(List<String> labels, Map<String, Mark> marks) {
    return new Key(
        labels.stream()
            .map(l -> new Key.Entry(labels.indexOf(l) + 1 + "  " + l, marks.get(l), Double.NaN))
            .toList(),
        false);
  }

  Mark mark(Point point) {
    return marks.getOrDefault(point.label(), Mark.OTHER);
  }

  /** What stands beside the point. */
  String text(Point point) {
    return key == null ? point.label() : Integer.toString(named.indexOf(point) + 1);
  }

  /** Room for the key. */
  double room() {
    return key == null ? 0 : key.width();
  }
}
