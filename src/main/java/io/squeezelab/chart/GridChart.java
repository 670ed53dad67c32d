package io.squeezelab.chart;

import io.squeezelab.analysis.Factors;
import io.squeezelab.analysis.Factors.Cell;
import io.squeezelab.analysis.Numbers;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.Range;

/**
 * Two factors of a grid: the mean accuracy of each combination as a number on a shade. Of more than
 * two, the pair that interacts most.
 */
public final class GridChart {
  private GridChart() {}

  /**
   * Draws the pair, which there must be.
   *
   * @param title above the chart: the question that was asked
   * @param caption below the chart: what the numbers rest on
   */
  public static Figure draw(Factors of, String title, String caption) {
    List<Terms.Pair> pairs = Terms.pairs(of);
    Terms.Pair pair =
        pairs.stream().max(Comparator.comparingDouble(p -> share(of, p))).orElseThrow();
    boolean alone = pairs.size() == 1;
    String others = alone ? "" : " · means over all other factors";
    Captioned around =
        new Captioned(title, caption)
            .and(others + " · –: no trial")
            .and(Clauses.remarks(of.remarks()));
    int rows = pair.firstLevels().size();
    return new Figure(
        "grid",
        Terms.brief(pair.first()) + " by " + Terms.brief(pair.second()),
        words(of, pair),
        Terms.table(List.of(pair)),
        Math.max(220, Math.min(700, 170 + 34 * rows)) + around.room(),
        around.around(new Cells(pair)));
  }

  private static double share(Factors of, Terms.Pair pair) {
    return of.effects().stream()
        .filter(e -> e.factors().equals(List.of(pair.first(), pair.second())))
        .mapToDouble(Factors.Effect::eta)
        .findFirst()
        .orElse(-1);
  }

  private static String words(Factors of, Terms.Pair pair) {
    String effect = Terms.effect(of, pair.first(), pair.second());
    String share = effect.isEmpty() ? "" : " Interaction: " + effect + ".";
    List<String> cells = Terms.words(List.of(pair));
    return "Mean test accuracy: %s.".formatted(Clauses.list(cells, cells.size())) + share;
  }

  /** The cells, the first factor downwards. */
  private record Cells(Terms.Pair pair) implements Figure.Overlay {
    private static final double LONGEST = 200;
    private static final double KEY = 66;

    @Override
    public void draw(Pen pen, XYPlot paper, Rectangle2D area) {
      List<String> rows = pair.firstLevels();
      List<String> columns = pair.secondLevels();
      double names =
          rows.stream().mapToDouble(r -> Typeface.width(r, Typeface.LABEL)).max().orElse(0);
      double left = area.getX() + 20 + Math.min(LONGEST, names) + 8;
      double right = area.getMaxX() - KEY;
      double top = area.getY() + 4;
      double bottom = area.getMaxY() - 42;
      double width = (right - left) / columns.size();
      double height = (bottom - top) / rows.size();
      Shade shade = new Shade(range());
      for (int r = 0; r < rows.size(); r++) {
        double y = top + r * height;
        String row = Typeface.fitting(rows.get(r), Typeface.LABEL, LONGEST);
        pen.textBefore(row, left - 8, y + height / 2, Typeface.LABEL, Tone.INK);
        for (int c = 0; c < columns.size(); c++) {
          Rectangle2D box =
              new Rectangle2D.Double(left + c * width + 1, y + 1, width - 2, height - 2);
          cell(pen, shade, pair.cell(rows.get(r), columns.get(c)), box);
        }
      }
      names(pen, columns, left, width, bottom);
      String first = Typeface.fitting(Terms.brief(pair.first()), Typeface.AXIS, bottom - top);
      pen.textUp(first, area.getX() + 8, (top + bottom) / 2, Typeface.AXIS, Tone.INK);
      shade.key(
          pen,
          right + 14,
          top,
          bottom,
          percent(range().getLowerBound()),
          percent(range().getUpperBound()));
    }

    private void names(Pen pen, List<String> columns, double left, double width, double bottom) {
      for (int c = 0; c < columns.size(); c++) {
        String name = Typeface.fitting(columns.get(c), Typeface.LABEL, width - 4);
        pen.textAround(name, left + (c + 0.5) * width, bottom + 12, Typeface.LABEL, Tone.INK);
      }
      double middle = left + columns.size() * width / 2;
      pen.textAround(Terms.brief(pair.second()), middle, bottom + 30, Typeface.AXIS, Tone.INK);
    }

    private static void cell(Pen pen, Shade shade, Cell cell, Rectangle2D box) {
      double y = box.getCenterY();
      if (cell == null) {
        pen.draw(box, Tone.GRID, Mark.stroke(1));
        pen.textAround(Numbers.UNKNOWN, box.getCenterX(), y, Typeface.LABEL, Tone.SOFT);
        return;
      }
      double mean = cell.mean().mean();
      pen.fill(box, shade.of(mean));
      Font font = box.getWidth() < 40 ? Typeface.CAPTION : Typeface.LABEL;
      String number = Typeface.fitting(percent(mean), font, box.getWidth());
      pen.textAround(number, box.getCenterX(), y, font, shade.on(mean));
    }

    private Range range() {
      double[] means =
          pair.cells().stream()
              .mapToDouble(c -> c.mean().mean())
              .filter(Double::isFinite)
              .sorted()
              .toArray();
      double low = means.length == 0 ? 0 : means[0];
      return new Range(low, Math.max(low + 1e-4, means.length == 0 ? 1 : means[means.length - 1]));
    }

    private static String percent(double fraction) {
      return Numbers.percent(fraction);
    }
  }
}
