package io.squeezelab.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.analysis.Curves;
import io.squeezelab.analysis.Evidence;
import io.squeezelab.analysis.Front;
import io.squeezelab.analysis.Made;
import io.squeezelab.analysis.Study;
import io.squeezelab.analysis.Summary;
import io.squeezelab.analysis.Tradeoff;
import io.squeezelab.analysis.Tradeoff.Axis;
import io.squeezelab.train.Epoch;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class FigureTest {
  private static final Study SWEEP = Made.sweep(List.of("none", "avg", "max & std"), 3);

  @Test
  void svgIsWellFormedWithTitleAndText() throws Exception {
    for (Figure figure : figures(SWEEP)) {
      Document svg = parse(figure);
      assertEquals(figure.heading(), svg.getElementsByTagName("title").item(0).getTextContent());
      assertTrue(texts(svg).contains("max & std"), figure.name());
      assertTrue(texts(svg).contains(SWEEP.question()), figure.name());
      assertTrue(
          texts(svg).stream().anyMatch(t -> t.startsWith("3 seeds per arm · cifar10 · 30 epochs")));
    }
  }

  @Test
  void axesHaveUnits() throws Exception {
    List<String> macs = texts(parse(tradeoff(SWEEP, Axis.MACS)));
    assertTrue(macs.contains("Multiply-adds per image (millions)"));
    assertTrue(macs.contains("Test top-1 (%)"));
    List<String> params = texts(parse(tradeoff(SWEEP, Axis.PARAMS)));
    assertTrue(params.contains("Parameters (thousands)"));
  }

  @Test
  void sameNumbersGiveTheSameFile() {
    assertEquals(tradeoff(SWEEP, Axis.MACS).svg(), tradeoff(SWEEP, Axis.MACS).svg());
    Figure curves = CurvesChart.accuracy(Curves.of(SWEEP), "t", "c");
    assertEquals(curves.svg(), curves.svg());
  }

  @Test
  void pngHasTwoPixelsToAUnit() throws IOException {
    var image = ImageIO.read(new ByteArrayInputStream(tradeoff(SWEEP, Axis.MACS).png()));
    assertEquals(2 * Figure.WIDTH, image.getWidth());
    assertEquals(2 * Figure.HEIGHT, image.getHeight());
  }

  @Test
  void descriptionHoldsTheNumbers() {
    Study one = Made.study(null, Made.arm("only", 0.9125));
    assertEquals(
        "Mean test accuracy of each arm: only 91.25 % at 40,813,184 multiply-adds."
            + " On the Pareto front: only.",
        tradeoff(one, Axis.MACS).description());
  }

  @Test
  void oneSeedEqualArmsAndUnknownValuesStillDraw() throws Exception {
    List<Epoch> unknown = List.of(new Epoch(1, 0.1, 2, 0.1, Double.NaN, Double.NaN, 1));
    Study odd =
        Made.study(
            "a",
            List.of(
                Made.done("a", 0, 0.5, Made.COST, unknown),
                Made.done("b", 0, 0.5, Made.COST, List.of(new Epoch(1, 0.1, 1, 0, 1, 0.5, 1)))));
    for (Figure figure : figures(odd)) {
      assertFalse(figure.svg().contains("NaN"), figure.name());
      parse(figure);
    }
  }

  @Test
  void moreThanTwelveArmsAreDrawnButNotAllNamed() throws Exception {
    List<String> arms = new ArrayList<>(IntStream.range(0, 30).mapToObj(i -> "arm" + i).toList());
    List<String> texts = texts(parse(tradeoff(Made.sweep(arms, 2), Axis.MACS)));
    assertEquals(12, texts.stream().filter(arms::contains).count());
    assertTrue(texts.contains("arm0"), "the baseline is named");
    assertTrue(texts.contains("other arms"));
  }

  @Test
  void longLabelsBecomeNumbersWithAKey() throws Exception {
    String label = "squeeze=avg-max, excite=bottleneck 16";
    List<String> texts = texts(parse(tradeoff(Made.sweep(List.of("none", label), 3), Axis.MACS)));
    assertTrue(texts.contains("2 · 100 %") && texts.contains("2  " + label), texts.toString());
  }

  private static List<Figure> figures(Study study) {
    Curves curves = Curves.of(study);
    String caption = Evidence.of(study).caption();
    return List.of(
        tradeoff(study, Axis.MACS),
        tradeoff(study, Axis.PARAMS),
        CurvesChart.accuracy(curves, study.title(), caption),
        CurvesChart.loss(curves, study.title(), caption));
  }

  private static Figure tradeoff(Study study, Axis axis) {
    Tradeoff of = Tradeoff.of(Summary.of(study), axis);
    return TradeoffChart.draw(
        of, Front.of(study, axis), study.title(), Evidence.of(study).caption());
  }

  private static Document parse(Figure figure) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(figure.svg())));
  }

  private static List<String> texts(Document svg) {
    NodeList nodes = svg.getElementsByTagName("text");
    return IntStream.range(0, nodes.getLength())
        .mapToObj(i -> nodes.item(i).getTextContent())
        .toList();
  }
}
