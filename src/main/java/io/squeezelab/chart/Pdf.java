package io.squeezelab.chart;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * A figure on a page of its own size. Text is drawn as outlines, so that it looks the same wherever
 * it is printed.
 */
final class Pdf {
  /** Points to each unit of the SVG: six inches wide, and so fit for a page of text. */
  private static final float SCALE = 432f / Figure.WIDTH;

  private Pdf() {}

  static byte[] bytes(Figure figure) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    float width = SCALE * Figure.WIDTH;
    float height = SCALE * figure.height();
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(new PDRectangle(width, height));
      document.addPage(page);
      PdfBoxGraphics2D g = new PdfBoxGraphics2D(document, width, height);
      g.scale(SCALE, SCALE);
      figure.draw(g, Theme.PRINT);
      g.dispose();
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.drawForm(g.getXFormObject());
      }
      PDDocumentInformation says = new PDDocumentInformation();
      says.setTitle(figure.heading());
      says.setSubject(figure.description());
      document.setDocumentInformation(says);
      document.setDocumentId((long) figure.name().hashCode()); // the same file for the same numbers
      document.save(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
