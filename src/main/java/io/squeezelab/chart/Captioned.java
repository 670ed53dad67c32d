package io.squeezelab.chart;

import org.jfree.chart.LegendItemCollection;

/**
 * What stands around a drawing.
 *
 * @param title above: the question that was asked
 * @param caption below: what the numbers rest on
 */
record Captioned(String title, String caption) {

  /** Everything drawn by hand, with nothing else. */
  Figure.Drawing around(Figure.Overlay overlay) {
    return look ->
        new Figure.Layers(
            look.chart(title, caption, Panels.paper(look), new LegendItemCollection()), overlay);
  }

  /** What a figure needs in height for lines of its caption beyond the usual two. */
  int room() {
    double line = Typeface.width(caption, Typeface.CAPTION) / (Figure.WIDTH - 40);
    return (int) Math.max(0, Math.ceil(line) - 2)
        * (int) Math.ceil(Typeface.height(Typeface.CAPTION));
  }

  Captioned and(String more) {
    return new Captioned(title, caption + more);
  }
}
