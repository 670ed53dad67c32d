package io.squeezelab.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.analysis.Excitation;
import io.squeezelab.analysis.MadeGates;
import io.squeezelab.train.Gates;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class GatesChartTest {
  private static Figure profiles(Gates gates) {
    return ProfilesChart.draw(Excitation.of(gates), "p", "Gates of se, seed 0", "of 100 images");
  }

  private static Figure depth(Gates gates) {
    return DepthChart.draw(Excitation.of(gates), .05, "d", "Gates of se, seed 0", "of 100 images");
  }

  private static List<String> texts(Figure figure) throws Exception {
    NodeList nodes =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(figure.svg())))
            .getElementsByTagName("text");
    return IntStream.range(0, nodes.getLength())
        .mapToObj(i -> nodes.item(i).getTextContent())
        .toList();
  }

  @Test
  void profilesNameClassesAndGates() throws Exception {
    List<String> texts = texts(profiles(MadeGates.of(6, 16, 10)));
    assertTrue(texts.containsAll(List.of("all classes", "class 0", "class 9")), texts.toString());
    assertTrue(texts.containsAll(List.of("layer1.0", "layer3.1", "Mean weight")));
    assertTrue(texts.contains("of 100 images"), "all gates are drawn");
    assertTrue(texts(profiles(MadeGates.of(27, 4, 10))).contains("of 100 images · 9 of 27 gates"));
  }

  @Test
  void depthHasItsUnitsAndSaysWhatIsNear() throws Exception {
    List<String> texts = texts(depth(MadeGates.of(6, 16, 10)));
    assertTrue(texts.containsAll(List.of("Share (%)", "sd of weights", "Entropy (bits)")));
    assertTrue(texts.contains("of 100 images · near: by less than 0.05"), texts.toString());
    assertTrue(texts.containsAll(List.of("layer1.0", "layer3.1")));
  }

  @Test
  void descriptionsHoldTheNumbers() {
    assertEquals(
        "By gate: layer1.0: 0.00 % of the weights near 0, 25.00 % near 1, sd 0.354 between classes,"
            + " 0.188 within a class, entropy 1.50 bits.",
        depth(MadeGates.pencil()).description());
    assertEquals(
        "Mean weight of each channel over the images of a class. layer1.0: over all classes from"
            + " 0.500 to 0.750, a class at most 0.250 from it.",
        profiles(MadeGates.pencil()).description());
  }

  @Test
  void unknownNumbersAndASingleGateStillDraw() throws Exception {
    Figure alone = depth(MadeGates.withoutImages());
    assertFalse(alone.svg().contains("NaN"));
    assertTrue(texts(alone).contains("a"));
  }

  @Test
  void gatesOfOneModuleAreNotJoinedByALine() throws Exception {
    List<Gates.Place> places = new ArrayList<>();
    for (String place : List.of("layer1.0.attention", "layer2.0.attention")) {
      for (int i = 0; i < 2; i++) {
        places.add(MadeGates.place(place + "." + i, List.of(List.of(.5)), List.of(List.of(.1))));
      }
    }
    Gates gates = MadeGates.of(List.of("cat"), List.of(9), places);
    assertTrue(texts(depth(gates)).containsAll(List.of("gate 0", "gate 1", "layer1.0.0")));
  }

  @Test
  void namesLoseWhatAllHaveButNotTheirNumbers() {
    assertEquals(
        List.of("layer1.0", "layer2.0"),
        Gatings.brief(List.of("layer1.0.attention", "layer2.0.attention")));
    assertEquals(List.of("layer3.0"), Gatings.brief(List.of("layer3.0.attention")));
    assertEquals(
        List.of("a.x", "a.x.x"), Gatings.brief(List.of("a.x", "a.x.x")), "no two become the same");
    assertEquals("", Gatings.kind("layer1.0.attention#2"));
    assertEquals("1.left", Gatings.kind("layer1.0.attention.1.left"));
  }
}
