package io.squeezelab.chart;

import java.util.List;
import org.jfree.chart.renderer.xy.DeviationRenderer;

/** Lines with bands, and a marker every few epochs, at other epochs for each line. */
final class BandRenderer extends DeviationRenderer {
  private static final long serialVersionUID = 1;
  private static final int MARKERS = 6;
  private static final int MANY = 6;

  private final int every;

  /**
   * @param epochs length of the longest line
   */
  BandRenderer(List<Mark> marks, int epochs, Look look) {
    super(true, true);
    every = Math.max(1, epochs / MARKERS);
    setAlpha(marks.size() <= MANY ? 0.16f : 0.08f);
    setDrawSeriesLineAsPath(true);
    setUseFillPaint(true);
    setUseOutlinePaint(true);
    for (int i = 0; i < marks.size(); i++) {
      Mark mark = marks.get(i);
      setSeriesPaint(i, look.of(mark.tone()));
      setSeriesOutlinePaint(i, look.of(mark.tone()));
      setSeriesOutlineStroke(i, Mark.stroke(1.4f));
      setSeriesFillPaint(i, look.of(mark.tone()));
      setSeriesStroke(i, mark.stroke());
      setSeriesShape(i, mark.shape());
      setSeriesShapesFilled(i, mark.filled());
    }
  }

  @Override
  public boolean getItemShapeVisible(int series, int item) {
    return (item + 1 + series * every / MARKERS) % every == 0;
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other) && other instanceof BandRenderer that && every == that.every;
  }

  @Override
  public int hashCode() {
    return 31 * super.hashCode() + every;
  }
}
