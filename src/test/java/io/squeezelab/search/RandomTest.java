package io.squeezelab.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RandomTest {

  private static List<Point> points(Search search, Space space) {
    return search.points(space).orElseThrow();
  }

  @Test
  void drawsEveryArmOnceWhereThereAreFewer() {
    FakeSpace space = new FakeSpace(3, 4).conditional(); // 0, 2, and 1 with four levels: six arms
    List<Point> points = points(new Random(100, 7), space);
    assertEquals(6, points.size());
    assertEquals(new HashSet<>(points(new Grid(), space)), new HashSet<>(points));
  }

  /** The arm that stands at four combinations is no likelier: 6000 draws, 1000 each, sd 29. */
  @Test
  void drawsArmsAndNotCombinations() {
    FakeSpace space = new FakeSpace(3, 4).conditional();
    Map<Point, Integer> counts = new HashMap<>();
    for (int seed = 0; seed < 6000; seed++) {
      counts.merge(points(new Random(1, seed), space).get(0), 1, Integer::sum);
    }
    assertEquals(6, counts.size());
    counts.values().forEach(count -> assertEquals(1000, count, 4 * 29));
  }

  @Test
  void needsNoListOfAllCombinations() {
    int[] many = new int[80];
    java.util.Arrays.fill(many, 3); // 10^38
    FakeSpace space = new FakeSpace(many);
    List<Point> points = points(new Random(50, 0), space);
    assertEquals(50, new HashSet<>(points).size());
    assertTrue(space.admitted < 60, "looked at " + space.admitted);
    assertEquals(3, points.stream().map(p -> p.levels().get(79)).distinct().count());
  }

  @Test
  void isTheSameForASeedAndAnotherForAnother() {
    Space space = new FakeSpace(10, 10, 10);
    assertEquals(points(new Random(5, 1), space), points(new Random(5, 1), space));
    assertNotEquals(points(new Random(5, 1), space), points(new Random(5, 2), space));
  }

  /** Fixed numbers: they must not change with a Java version. */
  @Test
  void isTheSameOnEveryJava() {
    Space space = new FakeSpace(10, 10, 10);
    assertEquals(
        List.of(FakeSpace.point(9, 1, 6)),
        points(new Random(1, 3), space),
        "random arms of seed 3");
  }

  @Test
  void hasTheBaselineAmongThem() {
    Space space = new FakeSpace(10, 10).baseline(3, 3);
    List<Point> points = points(new Random(4, 0), space);
    assertEquals(FakeSpace.point(3, 3), points.get(0));
    assertEquals(4, points.size());
  }

  /** One in a thousand is allowed; those ten are found. */
  @Test
  void findsTheFewThatRulesLeave() {
    FakeSpace space =
        new FakeSpace(10, 10, 10, 10).only(p -> p.levels().subList(0, 3).equals(List.of(4, 2, 7)));
    assertEquals(10, points(new Random(50, 0), space).size());
  }
}
