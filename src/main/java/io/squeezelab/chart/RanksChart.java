package io.squeezelab.chart;

import io.squeezelab.analysis.Numbers;
import io.squeezelab.analysis.Ranks;
import io.squeezelab.analysis.Ranks.Rank;
import io.squeezelab.spec.From;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Collectors;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.Range;

/**
 * Critical-difference diagram: mean ranks of arms over several data sets on one axis, the best on
 * the left; a thick line joins arms that cannot be told from each other.
 */
@From(
    value = "Demšar, Statistical comparisons of classifiers over multiple data sets, section 3.2",
    link = "https://jmlr.org/papers/v7/demsar06a.html")
public final class RanksChart {
  private RanksChart() {}

  /**
   * Draws the ranks, of which there must be two.
   *
   * @param title above the chart: the question that was asked
   * @param caption below the chart: what the numbers rest on
   */
  public static Figure draw(Ranks of, String title, String caption) {
    String friedman = " · Friedman's test: " + Numbers.chance(of.p());
    String joined = " · joined: not told apart at 5 % (Nemenyi)";
    String missing = of.missing().isEmpty() ? "" : " · " + String.join("; ", of.missing());
    Captioned around = new Captioned(title, caption).and(friedman + joined + missing);
    int rows = (of.ranks().size() + 1) / 2;
    int height = 134 + 20 * rows + 9 * of.groups().size();
    return new Figure(
        "ranks",
        "Mean rank over %d data sets".formatted(of.blocks().size()),
        words(of),
        table(of),
        height,
        around.around(new Diagram(of)));
  }

  private static Table table(Ranks of) {
    Table.Draft table = Table.of("Arm", "Mean rank", "Groups");
    for (Rank rank : of.ranks()) {
      String groups =
          of.groups().stream()
              .filter(g -> g.contains(rank.label()))
              .map(g -> Integer.toString(of.groups().indexOf(g) + 1))
              .collect(Collectors.joining(", "));
      table.row(rank.label(), Numbers.measure(rank.mean()), groups);
    }
    return table.done();
  }

  private static String words(Ranks of) {
    return of.ranks().stream()
        .map(r -> r.label() + " " + Numbers.measure(r.mean()))
        .collect(
            Collectors.joining(
                "; ",
                "Mean ranks, 1 is best: ",
                ". Critical difference: " + Numbers.measure(of.distance()) + "."));
  }

  private record Diagram(Ranks of) implements Figure.Overlay {
    private static final double SIDE = 190;

    @Override
    public void draw(Pen pen, XYPlot paper, Rectangle2D area) {
      int count = of.ranks().size();
      double left = area.getX() + SIDE;
      double right = area.getMaxX() - SIDE;
      Ruler x = new Ruler(new Range(1, Math.max(2, count)), left, right);
      double axis = area.getY() + 48;
      pen.line(left, axis, right, axis, Tone.INK, Mark.stroke(1.2f));
      int step = count > 15 ? 5 : 1; // 1, 5, 10, …
      for (int rank = 1; rank <= count; rank += rank == 1 ? Math.max(1, step - 1) : step) {
        pen.line(x.at(rank), axis - 4, x.at(rank), axis, Tone.INK, Mark.stroke(1));
        pen.textAround("" + rank, x.at(rank), axis - 12, Typeface.TICK, Tone.INK);
      }
      critical(pen, x, area.getY() + 16);
      double names = groups(pen, x, axis + 9) + 10;
      int half = (count + 1) / 2;
      for (int i = 0; i < count; i++) {
        boolean onLeft = i < half;
        double y = names + 20 * (onLeft ? i : count - 1 - i);
        name(pen, of.ranks().get(i), x, axis, y, onLeft);
      }
    }

    private void critical(Pen pen, Ruler x, double y) {
      if (!Double.isFinite(of.distance())) {
        return;
      }
      double end = Math.min(x.right() + SIDE - 100, x.at(1 + of.distance()));
      pen.line(x.left(), y, end, y, Tone.SOFT, Mark.stroke(1.4f));
      pen.line(x.left(), y - 4, x.left(), y + 4, Tone.SOFT, Mark.stroke(1.4f));
      pen.line(end, y - 4, end, y + 4, Tone.SOFT, Mark.stroke(1.4f));
      String text = "critical difference " + Numbers.measure(of.distance());
      pen.textBefore(text, x.left() - 8, y, Typeface.LABEL, Tone.SOFT);
    }

    private double groups(Pen pen, Ruler x, double top) {
      double y = top;
      for (List<String> group : of.groups()) {
        double[] ends =
            of.ranks().stream()
                .filter(r -> group.contains(r.label()))
                .mapToDouble(Rank::mean)
                .sorted()
                .toArray();
        if (ends.length > 1) {
          double to = x.at(ends[ends.length - 1]) + 4;
          pen.line(x.at(ends[0]) - 4, y, to, y, Tone.BLUE, Mark.stroke(4));
          y += 9;
        }
      }
      return y;
    }

    private static void name(Pen pen, Rank rank, Ruler x, double axis, double y, boolean onLeft) {
      double at = x.at(rank.mean());
      double side = onLeft ? x.left() - 12 : x.right() + 12;
      Path2D path = new Path2D.Double();
      path.moveTo(at, axis);
      path.lineTo(at, y);
      path.lineTo(side, y);
      pen.draw(path, Tone.LEADER, Mark.stroke(0.9f));
      String number = "  " + Numbers.measure(rank.mean());
      double room = SIDE - 22 - Typeface.width(number, Typeface.LABEL);
      String label = Typeface.fitting(rank.label(), Typeface.LABEL, room);
      if (onLeft) {
        pen.textBefore(label + number, side - 5, y, Typeface.LABEL, Tone.INK);
      } else {
        pen.text(number.strip() + "  " + label, side + 5, y, Typeface.LABEL, Tone.INK);
      }
    }
  }
}
