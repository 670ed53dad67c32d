package io.squeezelab.chart;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The texts of a figure, as it has them. */
final class Texts {
  private Texts() {}

  static List<String> of(Figure figure) {
    NodeList nodes = parsed(figure).getElementsByTagName("text");
    return IntStream.range(0, nodes.getLength())
        .mapToObj(i -> nodes.item(i).getTextContent())
        .toList();
  }

  static Document parsed(Figure figure) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(figure.svg())));
    } catch (Exception e) {
      throw new AssertionError(figure.svg(), e);
    }
  }
}
