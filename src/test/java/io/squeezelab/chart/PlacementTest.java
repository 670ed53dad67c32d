package io.squeezelab.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.chart.Placement.Label;
import io.squeezelab.chart.Placement.Placed;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlacementTest {
  private static final Rectangle2D AREA = new Rectangle2D.Double(0, 0, 600, 350);

  @Test
  void loneLabelStandsRightOfItsPoint() {
    Placed only = place(List.of(new Label(100, 100, 50, 14)), List.of()).get(0);
    assertEquals(new Rectangle2D.Double(108, 93, 50, 14), only.box());
    assertFalse(only.far());
  }

  @Test
  void labelAtTheRightEdgeGoesElsewhere() {
    Placed only = place(List.of(new Label(595, 100, 50, 14)), List.of()).get(0);
    assertTrue(AREA.contains(only.box()));
  }

  @Test
  void labelGivesWayToWhatIsDrawn() {
    Rectangle2D bar = new Rectangle2D.Double(112, 60, 4, 80);
    Placed only = place(List.of(new Label(100, 100, 50, 14)), List.of(bar)).get(0);
    assertFalse(only.box().intersects(bar));
  }

  /** Twelve points within 80 x 60 units: far more crowded than a real sweep. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void crowdedLabelsTouchNeitherEachOtherNorMarkersNorTheFrame(long seed) {
    Random random = new Random(seed);
    List<Label> labels = new ArrayList<>();
    List<Rectangle2D> markers = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      double x = 300 + 80 * random.nextDouble();
      double y = 150 + 60 * random.nextDouble();
      labels.add(new Label(x, y, 30 + 60 * random.nextDouble(), 14));
      markers.add(new Rectangle2D.Double(x - 7, y - 7, 14, 14));
    }
    List<Placed> placed = place(labels, markers);
    for (Placed one : placed) {
      assertTrue(AREA.contains(one.box()));
      assertTrue(markers.stream().noneMatch(one.box()::intersects));
      assertTrue(placed.stream().noneMatch(o -> o != one && o.box().intersects(one.box())));
    }
    assertEquals(placed, place(labels, markers), "the same input gives the same places");
  }

  @Test
  void leaderRunsFromThePointToTheNearestSpotOfTheBox() {
    Placed placed = new Placed(new Label(10, 10, 20, 10), new Rectangle2D.Double(40, 5, 20, 10));
    assertEquals(40, placed.leader().getX2());
    assertEquals(10, placed.leader().getY2());
    assertTrue(placed.far());
  }

  private static List<Placed> place(List<Label> labels, List<Rectangle2D> obstacles) {
    return new Placement(AREA, obstacles).place(labels);
  }
}
