package io.squeezelab.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Trees;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Against SciPy's kendalltau: ranks.py made the figures. */
class KendallTest {
  private static final JsonNode FIGURES =
      Trees.resource(KendallTest.class, "/statistics/ranks.json");

  @Test
  void tauAndItsChanceAreScipys() {
    for (JsonNode figure : FIGURES.path("kendall")) {
      Kendall of = Kendall.of(numbers(figure.path("a")), numbers(figure.path("b")));
      assertEquals(figure.path("tau").asDouble(), of.tau(), 1e-12);
      assertEquals(figure.path("p").asDouble(), of.p(), 1e-12);
    }
  }

  /** Of the 24 orders of four things, one is the same and one the opposite. */
  @Test
  void fourThingsInTheSameOrderHaveOneChanceInTwelve() {
    assertEquals(1 / 12.0, Kendall.of(new double[] {1, 2, 3, 4}, new double[] {5, 6, 7, 8}).p());
  }

  @Test
  void oppositeOrdersHaveMinusOne() {
    assertEquals(-1, Kendall.of(new double[] {1, 2, 3}, new double[] {3, 2, 1}).tau());
  }

  @Test
  void aRankingWithoutOrderAgreesWithNothing() {
    Kendall of = Kendall.of(new double[] {1, 1, 1}, new double[] {1, 2, 3});
    assertEquals(Double.NaN, of.tau());
    assertEquals(Double.NaN, of.p());
  }

  @Test
  void oneThingHasNoOrder() {
    assertEquals(Double.NaN, Kendall.of(new double[] {1}, new double[] {1}).tau());
  }

  @Test
  void rankingsOfDifferentThingsAreRefused() {
    assertThrows(Problem.class, () -> Kendall.of(new double[] {1}, new double[] {1, 2}));
  }

  static double[] numbers(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }
}
