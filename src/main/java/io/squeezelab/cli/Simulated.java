package io.squeezelab.cli;

import io.squeezelab.search.Measure;
import io.squeezelab.search.Point;
import io.squeezelab.search.Ranking;
import io.squeezelab.search.Simulation;
import java.util.List;
import java.util.Optional;

/**
 * What a simulated search spent and found, beside what is known of all arms.
 *
 * @param spent by the search
 * @param found its best arm by validation accuracy; null where no arm of it completed
 * @param place of that among all arms, from 1; 0 for none
 * @param regret how far its accuracy stays below the best of all; NaN for none
 * @param front arms of the front of accuracy and cost that were trained in full
 * @param best why the best arm of all was not found; empty where it was
 */
record Simulated(Simulation spent, Point found, int place, double regret, int front, String best) {

  static Simulated of(Simulation simulation, Ranking ranking, Measure cost) {
    Optional<Point> found = ranking.best(simulation.completed());
    List<Point> front = ranking.front(cost);
    front.retainAll(simulation.completed());
    Point best = ranking.order().get(0);
    String why =
        simulation.completed().contains(best)
            ? ""
            : simulation.stopped().getOrDefault(best, unfinished(simulation, best));
    return new Simulated(
        simulation,
        found.orElse(null),
        found.map(ranking::place).orElse(0),
        found.map(ranking::regret).orElse(Double.NaN),
        front.size(),
        why);
  }

  private static String unfinished(Simulation simulation, Point arm) {
    Integer epoch = simulation.reached().get(arm);
    return epoch == null ? "was not tried" : "was stopped by the budget at epoch " + epoch;
  }
}
