package io.squeezelab.chart;

import io.squeezelab.analysis.Front;
import io.squeezelab.analysis.Tradeoff;
import io.squeezelab.analysis.Tradeoff.Point;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How the points of a chart are named: by their labels, or, where these are long, by numbers with a
 * key beside the plot. A chart names twelve at most; the rest are small grey dots.
 *
 * @param key null where points carry their labels
 * @param sure by label how probable it is that the arm is on the front, as people read it; empty
 *     where that is not known
 */
record Names(List<Point> named, Map<String, Mark> marks, Key key, Map<String, String> sure) {
  static final int MOST = 12;
  private static final double LONG = 130;

  static Names of(Tradeoff tradeoff, Front front) {
    List<Point> named = tradeoff.notable(MOST);
    String baseline =
        named.stream().filter(Point::baseline).map(Point::label).findFirst().orElse(null);
    List<String> labels = named.stream().map(Point::label).toList();
    Map<String, Mark> marks = Mark.of(labels, baseline);
    boolean fit = labels.stream().allMatch(l -> Typeface.width(l, Typeface.LABEL) <= LONG);
    return new Names(named, marks, fit ? null : key(labels, marks), sure(front));
  }

  private static Key key(List<String> labels, Map<String, Mark> marks) {
    return new Key(
        labels.stream()
            .map(l -> new Key.Entry(labels.indexOf(l) + 1 + "  " + l, marks.get(l), Double.NaN))
            .toList(),
        false);
  }

  private static Map<String, String> sure(Front front) {
    return front.arms().stream()
        .filter(a -> a.probability() >= 0.005)
        .collect(
            Collectors.toMap(
                a -> a.point().label(), a -> Math.round(100 * a.probability()) + " %"));
  }

  /** The numbers behind the chart. */
  Table table(Tradeoff tradeoff) {
    Table.Draft table =
        Table.of(
            "Arm",
            "n",
            "Test top-1 (%)",
            "low",
            "high",
            tradeoff.axis().label(),
            "On the front",
            "probability");
    for (Point p : tradeoff.points()) {
      Object[] top1 = Table.percent(p.top1());
      String front = tradeoff.front().contains(p) ? "yes" : "no";
      String probable = sure.get(p.label());
      String cost = Scale.text(tradeoff.axis(), p.cost());
      table.row(p.label(), p.top1().n(), top1[0], top1[1], top1[2], cost, front, probable);
    }
    return table.done();
  }

  Mark mark(Point point) {
    return marks.getOrDefault(point.label(), Mark.OTHER);
  }

  /** What stands beside the point. */
  String text(Point point) {
    String name = key == null ? point.label() : Integer.toString(named.indexOf(point) + 1);
    return sure.containsKey(point.label()) ? name + " · " + sure.get(point.label()) : name;
  }

  /** Room for the key. */
  double room() {
    return key == null ? 0 : key.width();
  }
}
