package io.squeezelab.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MarkTest {
  private static final List<String> TWELVE =
      IntStream.range(0, 12).mapToObj(i -> "arm " + i).toList();

  @Test
  void twelveArmsDifferWithoutColour() {
    Map<String, Mark> marks = Mark.of(TWELVE, "arm 0");
    assertEquals(
        12,
        marks.values().stream()
            .map(m -> m.shape() + " " + m.filled())
            .collect(Collectors.toSet())
            .size());
  }

  @Test
  void baselineIsBlackWhereverItStands() {
    assertSame(Mark.BASELINE, Mark.of(TWELVE, "arm 7").get("arm 7"));
  }

  /** WCAG asks 3 to 1 of graphics; Okabe and Ito's lighter colours are told by shape as well. */
  @Test
  void coloursAreDarkEnoughForWhitePaper() {
    for (Mark mark : Mark.of(TWELVE, null).values()) {
      assertTrue(contrast(mark.tone().in(Theme.PRINT)) > 2, mark.tone().toString());
    }
  }

  private static double contrast(Color colour) {
    double[] weights = {0.2126, 0.7152, 0.0722};
    double luminance = 0;
    for (int i = 0; i < 3; i++) {
      double v = colour.getRGBColorComponents(null)[i];
      luminance += weights[i] * (v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4));
    }
    return 1.05 / (luminance + 0.05);
  }
}
