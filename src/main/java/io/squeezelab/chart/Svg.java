package io.squeezelab.chart;

import java.io.StringWriter;
import java.util.HashSet;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A figure as one {@code <svg>} element. */
record Svg(Figure figure) {
  private static final String NAMESPACE = "http://www.w3.org/2000/svg";

  String in(Theme theme) {
    return written(drawn(theme));
  }

  /**
   * On paper, with a style that replaces its colours on dark screens: programs that know no style
   * sheets, or no dark screens, show paper.
   */
  String following() {
    Element svg = drawn(Theme.PRINT);
    svg.insertBefore(element("style", style(svg), svg), svg.getLastChild());
    return written(svg);
  }

  private Element drawn(Theme theme) {
    Document document = document();
    SvgCanvas g = new SvgCanvas(new SvgNotation(document, figure.name()));
    figure.draw(g, theme);
    Element drawing = g.getTopLevelGroup();
    g.getDOMTreeManager().applyDefaultRenderingStyle(drawing);
    drawing.setAttribute("font-family", Typeface.stack());
    Element svg = document.getDocumentElement();
    describe(svg);
    svg.appendChild(drawing);
    return svg;
  }

  private void describe(Element svg) {
    svg.setAttribute("width", "" + Figure.WIDTH);
    svg.setAttribute("height", "" + figure.height());
    svg.setAttribute("viewBox", "0 0 %d %d".formatted(Figure.WIDTH, figure.height()));
    svg.setAttribute("role", "img");
    Element title = element("title", figure.heading(), svg);
    title.setAttribute("id", figure.name() + "-title");
    svg.appendChild(title);
    Element desc = element("desc", figure.description(), svg);
    desc.setAttribute("id", figure.name() + "-desc");
    svg.appendChild(desc);
    svg.setAttribute("aria-labelledby", title.getAttribute("id") + " " + desc.getAttribute("id"));
  }

  private static Element element(String name, String text, Element of) {
    Element element = of.getOwnerDocument().createElementNS(NAMESPACE, name);
    element.setTextContent(SvgNotation.text(text));
    return element;
  }

  /** What has no colour of its own has that of its group, which a selector finds. */
  private static String style(Element svg) {
    StringBuilder rules = new StringBuilder();
    for (String what : new String[] {"fill", "stroke"}) {
      Set<String> used = used(svg, what);
      for (Tone tone : Tone.values()) {
        String print = SvgNotation.colour(tone.in(Theme.PRINT));
        String dark = SvgNotation.colour(tone.in(Theme.DARK));
        if (used.contains(print) && !print.equals(dark)) {
          rules.append("svg [%1$s=\"%2$s\"]{%1$s:%3$s}".formatted(what, print, dark));
        }
      }
    }
    return "@media screen and (prefers-color-scheme:dark){" + rules + "}";
  }

  private static Set<String> used(Element svg, String attribute) {
    Set<String> used = new HashSet<>();
    NodeList all = svg.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      used.add(((Element) all.item(i)).getAttribute(attribute));
    }
    return used;
  }

  private static Document document() {
    try {
      return DocumentBuilderFactory.newDefaultNSInstance()
          .newDocumentBuilder()
          .getDOMImplementation()
          .createDocument(NAMESPACE, "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String written(Element svg) {
    StringWriter text = new StringWriter();
    try {
      Transformer writer = TransformerFactory.newDefaultInstance().newTransformer();
      writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      writer.transform(new DOMSource(svg), new StreamResult(text));
    } catch (TransformerException e) {
      throw new IllegalStateException(e);
    }
    return text.toString();
  }
}
