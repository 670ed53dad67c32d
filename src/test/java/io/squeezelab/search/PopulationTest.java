package io.squeezelab.search;

import static io.squeezelab.search.FakeSpace.point;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PopulationTest {

  /** How often each is the parent, of 4000. */
  private static Map<Point, Integer> parents(Population population) {
    SplittableRandom random = new SplittableRandom(1);
    Map<Point, Integer> parents = new HashMap<>();
    for (int i = 0; i < 4000; i++) {
      parents.merge(population.parent(random), 1, Integer::sum);
    }
    return parents;
  }

  @Test
  void withOneAimTheOldestGoes() {
    Population population = new Population(2, 2);
    population.add(point(0), new double[] {0.9}, 0);
    population.add(point(1), new double[] {0.1}, 1);
    population.add(point(2), new double[] {0.2}, 2);
    assertEquals(Set.of(point(1), point(2)), parents(population).keySet());
  }

  /** Of a sample of two, with replacement, the better of two is taken three times of four. */
  @Test
  void theBestOfTheSampleIsTheParent() {
    Population population = new Population(2, 2);
    population.add(point(0), new double[] {0.9}, 0);
    population.add(point(1), new double[] {0.1}, 1);
    assertEquals(3000, parents(population).get(point(0)), 110); // sd 27
  }

  /** Accuracy and negative cost: 2 is dominated by 1, so that it goes, the last or not. */
  @Test
  void withCostsWhatIsDominatedGoes() {
    Population population = new Population(3, 2);
    population.add(point(0), new double[] {0.9, -10}, 0);
    population.add(point(2), new double[] {0.4, -6}, 1);
    population.add(point(1), new double[] {0.5, -5}, 2);
    population.add(point(3), new double[] {0.1, -1}, 3);
    assertEquals(Set.of(point(0), point(1), point(3)), parents(population).keySet());
  }

  /** On one front, by pencil: neighbours of 2 are nearest, 0.2 and 2 apart; ends always stay. */
  @Test
  void onAFrontWhatIsCrowdedGoes() {
    Population population = new Population(4, 2);
    population.add(point(0), new double[] {1.0, -10}, 0);
    population.add(point(1), new double[] {0.6, -6}, 1);
    population.add(point(2), new double[] {0.5, -5}, 2);
    population.add(point(3), new double[] {0.4, -4}, 3);
    population.add(point(4), new double[] {0.0, -0.0}, 4);
    assertEquals(Set.of(point(0), point(1), point(3), point(4)), parents(population).keySet());
  }
}
