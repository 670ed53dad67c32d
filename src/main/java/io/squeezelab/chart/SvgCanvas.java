package io.squeezelab.chart;

import java.awt.Graphics;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;

/** Batik's graphics, with the widths of text and the sharp lines that charts count on. */
final class SvgCanvas extends SVGGraphics2D {
  private static final FontRenderContext FRACTIONS = new FontRenderContext(null, false, true);

  SvgCanvas(SVGGeneratorContext notation) {
    super(notation, false);
    fmg.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
  }

  private SvgCanvas(SvgCanvas of) {
    super(of);
    fmg.setRenderingHints(of.fmg.getRenderingHints());
  }

  @Override
  public Graphics create() {
    return new SvgCanvas(this);
  }

  @Override
  public FontRenderContext getFontRenderContext() {
    return FRACTIONS;
  }

  @Override
  public void drawString(String text, float x, float y) {
    super.drawString(SvgNotation.text(text), x, y);
  }

  /** Lines of axes and grids lie on whole pixels, which SVG calls crisp edges. */
  @Override
  public void draw(Shape shape) {
    Object control = getRenderingHint(RenderingHints.KEY_STROKE_CONTROL);
    boolean crisp = control == RenderingHints.VALUE_STROKE_NORMALIZE;
    setRenderingHint(
        RenderingHints.KEY_ANTIALIASING,
        crisp ? RenderingHints.VALUE_ANTIALIAS_OFF : RenderingHints.VALUE_ANTIALIAS_ON);
    super.draw(shape);
    setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
  }
}
