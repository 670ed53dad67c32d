package io.squeezelab.chart;

import io.squeezelab.analysis.Coordinates;
import io.squeezelab.analysis.Coordinates.Line;
import io.squeezelab.analysis.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jfree.chart.LegendItemCollection;

/**
 * Parallel coordinates: an axis for each factor, for costs, and for the accuracy; an arm is a line
 * through its levels, the stronger the more accurate. The best are named.
 */
public final class ParallelChart {
  static final int NAMED = 3;

  private ParallelChart() {}

  /**
   * Draws the lines, of which there must be one.
   *
   * @param title above the chart: the question that was asked
   * @param caption below the chart: what the numbers rest on
   */
  public static Figure draw(Coordinates of, String title, String caption) {
    List<Post> posts = posts(of);
    List<Line> rising =
        of.lines().stream().sorted(Comparator.comparingDouble(l -> l.top1().mean())).toList();
    String best = " · stronger lines are more accurate; the best %d of %d arms are named";
    int named = Math.min(NAMED, rising.size());
    Captioned around = new Captioned(title, caption).and(best.formatted(named, rising.size()));
    Figure.Drawing drawing =
        look ->
            new Figure.Layers(
                look.chart(
                    around.title(),
                    around.caption(),
                    Panels.paper(look),
                    new LegendItemCollection()),
                new Strands(posts, rising));
    return new Figure(
        "parallel", "All arms by level, cost and accuracy", words(rising), table(of), drawing);
  }

  private static List<Post> posts(Coordinates of) {
    List<Post> posts = new ArrayList<>();
    for (int i = 0; i < of.factors().size(); i++) {
      int at = i;
      List<String> levels =
          of.lines().stream()
              .map(l -> l.levels().get(at))
              .filter(Objects::nonNull)
              .distinct()
              .toList();
      posts.add(Post.ofLevels(Terms.brief(of.factors().get(i)), levels, l -> l.levels().get(at)));
    }
    if (of.lines().stream().allMatch(l -> l.cost() != null)) {
      posts.add(Post.ofCounts("parameters", of.lines(), l -> l.cost().params()));
      posts.add(Post.ofCounts("multiply-adds", of.lines(), l -> l.cost().macs()));
    }
    posts.add(Post.ofPercent("test top-1 (%)", of.lines(), l -> 100 * l.top1().mean()));
    return posts;
  }

  private static Table table(Coordinates of) {
    List<String> header = new ArrayList<>(List.of("Arm"));
    header.addAll(of.factors());
    header.addAll(List.of("Parameters", "Multiply-adds", "n", "Test top-1 (%)"));
    List<List<String>> rows = new ArrayList<>();
    for (Line line : of.lines()) {
      List<String> row = new ArrayList<>(List.of(line.label()));
      line.levels().forEach(l -> row.add(l == null ? Numbers.UNKNOWN : l));
      row.add(line.cost() == null ? Numbers.UNKNOWN : Numbers.count(line.cost().params()));
      row.add(line.cost() == null ? Numbers.UNKNOWN : Numbers.count(line.cost().macs()));
      row.add(Integer.toString(line.top1().n()));
      row.add(Numbers.percent(line.top1().mean()));
      rows.add(row);
    }
    return new Table(header, rows);
  }

  private static String words(List<Line> rising) {
    return rising.stream()
        .sorted(Comparator.comparingDouble((Line l) -> -l.top1().mean()))
        .map(l -> l.label() + " " + Numbers.percent(l.top1().mean()) + " %")
        .collect(Collectors.joining("; ", "Arms from the most accurate on: ", "."));
  }
}
