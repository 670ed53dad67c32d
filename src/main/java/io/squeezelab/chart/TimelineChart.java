package io.squeezelab.chart;

import io.squeezelab.analysis.Numbers;
import io.squeezelab.analysis.Timeline;
import io.squeezelab.analysis.Timeline.Bar;
import io.squeezelab.analysis.Tradeoff.Axis;
import io.squeezelab.trial.Outcome.Ending;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jfree.chart.LegendItemCollection;
import org.jfree.data.Range;

/** When trials ran: a bar each, in as many rows as trials ran at once, coloured by their ending. */
public final class TimelineChart {
  private final Timeline of;
  private final Scale scale;

  private TimelineChart(Timeline of) {
    this.of = of;
    double longest = Math.max(of.seconds(), 1);
    scale = longest >= 2 * Scale.HOURS.size() ? Scale.HOURS : Scale.SECONDS;
  }

  /**
   * Draws the bars, of which there must be one.
   *
   * @param title above the chart: the question that was asked
   * @param caption below the chart: what the numbers rest on
   */
  public static Figure draw(Timeline of, String title, String caption) {
    return new TimelineChart(of).draw(new Captioned(title, caption));
  }

  private Figure draw(Captioned plain) {
    int shown = Math.min(of.lanes(), Lanes.MOST);
    String hidden = shown < of.lanes() ? " · %d of %d lanes".formatted(shown, of.lanes()) : "";
    String untimed = of.untimed() > 0 ? " · %d trials without a time".formatted(of.untimed()) : "";
    Captioned around = plain.and(" · from " + of.start() + hidden + untimed);
    List<Lanes.Lane> lanes = IntStream.range(0, shown).mapToObj(this::lane).toList();
    Range range = new Range(0, Math.max(of.seconds(), 1) / scale.size());
    String label = "Time since the first trial's start (" + scale.title() + ")";
    Lanes body = new Lanes(lanes, range, label, "", Double.NaN);
    Figure.Drawing drawing =
        look ->
            new Figure.Layers(
                look.chart(around.title(), around.caption(), Panels.paper(look), legend(look)),
                body);
    return new Figure(
        "timeline", "When trials ran", words(), table(), 22 + Lanes.height(shown), drawing);
  }

  private Lanes.Lane lane(int number) {
    List<Bar> bars = of.bars().stream().filter(b -> b.lane() == number).toList();
    boolean devices = of.bars().stream().map(Bar::device).distinct().count() > 1;
    String name = devices ? bars.get(0).device() : Integer.toString(number + 1);
    return new Lanes.Lane(
        name, "", (pen, x, y, height) -> bars.forEach(b -> draw(pen, x, y, height, b)));
  }

  private void draw(Pen pen, Ruler x, double y, double height, Bar bar) {
    double from = bar.from() / scale.size();
    double to = bar.to() / scale.size();
    Rectangle2D box = x.bar(from, to, y, Math.min(24, 0.8 * height));
    pen.fill(box, tone(bar.ending()));
    pen.draw(box, Tone.PAPER, Mark.stroke(0.6f));
    String text = bar.arm() + ", " + bar.seed();
    if (box.getHeight() >= 11 && Typeface.width(text, Typeface.CAPTION) < box.getWidth() - 4) {
      pen.text(text, box.getX() + 3, y, Typeface.CAPTION, Tone.PAPER);
    }
  }

  private static Tone tone(Ending ending) {
    return switch (ending) {
      case COMPLETED -> Tone.BLUE;
      case FAILED -> Tone.VERMILION;
      case DIVERGED -> Tone.PURPLE;
      case OUT_OF_MEMORY -> Tone.ORANGE;
      case TIMED_OUT -> Tone.GREEN;
      case STOPPED -> Tone.OTHER;
    };
  }

  private static String name(Ending ending) {
    return ending.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private LegendItemCollection legend(Look look) {
    LegendItemCollection items = new LegendItemCollection();
    Arrays.stream(Ending.values())
        .filter(e -> of.bars().stream().anyMatch(b -> b.ending() == e))
        .forEach(
            e ->
                items.add(
                    new Legends(look)
                        .shape(name(e), new Rectangle2D.Double(-6, -5, 12, 10), tone(e))));
    return items;
  }

  private Table table() {
    Table.Draft table =
        Table.of("Lane", "Device", "Arm", "Seed", "Attempt", "Ending", "From (s)", "To (s)");
    for (Bar b : of.bars()) {
      table.row(
          b.lane() + 1,
          b.device(),
          b.arm(),
          b.seed(),
          b.attempt(),
          name(b.ending()),
          Numbers.measure(b.from()),
          Numbers.measure(b.to()));
    }
    return table.done();
  }

  private String words() {
    List<String> endings = new ArrayList<>();
    for (Ending ending : Ending.values()) {
      long count = of.bars().stream().filter(b -> b.ending() == ending).count();
      if (count > 0) {
        endings.add(count + " " + name(ending));
      }
    }
    return "%d attempts on %d lanes in %s: %s."
        .formatted(
            of.bars().size(),
            of.lanes(),
            Scale.text(Axis.TRIAL_TIME, of.seconds()),
            String.join(", ", endings));
  }
}
