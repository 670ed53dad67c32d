package io.squeezelab.search;

import io.squeezelab.spec.Seeds;
import io.squeezelab.trial.Outcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.SplittableRandom;

/**
 * Evolution under way. An arm is made when those it depends on have ended, whatever else has, so
 * that it is the same for any number of workers.
 */
final class Lineage implements Strategy {
  private final Evolution evolution;
  private final Space space;
  private final List<Long> seeds;
  private final Children children;
  private final Population population;
  private final List<Point> tried = new ArrayList<>();
  private final Map<Point, Judged> judged = new HashMap<>();
  private final Queue<Ask> queue = new ArrayDeque<>();
  private int known;

  Lineage(Evolution evolution, Space space, List<Long> seeds) {
    this.evolution = evolution;
    this.space = space;
    this.seeds = seeds;
    this.children = new Children(space, Seeds.random(evolution.seed(), "evolution-start"));
    this.population = new Population(evolution.population(), evolution.sample());
  }

  @Override
  public Optional<Ask> ask() {
    if (queue.isEmpty() && tried.size() < evolution.arms() && learn()) {
      next().ifPresent(this::push);
    }
    return Optional.ofNullable(queue.poll());
  }

  private void push(Point arm) {
    tried.add(arm);
    judged.put(arm, new Judged(seeds.size()));
    seeds.forEach(seed -> queue.add(new Ask(arm, seed, 0)));
  }

  /** Takes in the arms that the next one depends on, and no others; false if one is under way. */
  private boolean learn() {
    for (; known <= tried.size() - evolution.parallel(); known++) {
      Point arm = tried.get(known);
      Judged answer = judged.get(arm);
      if (!answer.complete()) {
        return false;
      }
      if (!answer.failed()) {
        population.add(arm, aims(arm, answer.mean()), known);
      }
    }
    return true;
  }

  private double[] aims(Point arm, double accuracy) {
    double[] aims = new double[1 + evolution.costs().size()];
    aims[0] = accuracy;
    for (int i = 1; i < aims.length; i++) {
      aims[i] = -space.cost(arm, evolution.costs().get(i - 1).toString());
    }
    return aims;
  }

  private Optional<Point> next() {
    if (tried.isEmpty() && space.baseline().isPresent()) {
      return children.first(space.baseline().get());
    }
    if (tried.size() < evolution.population() || population.isEmpty()) {
      return children.random();
    }
    SplittableRandom random = Seeds.random(evolution.seed(), "evolution-" + tried.size());
    return evolution.costs().isEmpty()
        ? children.of(() -> population.parent(random), random)
        : children.of(() -> both(random), random);
  }

  /** Each factor of one of two parents. */
  private Point both(SplittableRandom random) {
    return Children.mixed(population.parent(random), population.parent(random), random);
  }

  @Override
  public void tell(Ask ask, Outcome outcome) {
    Judged arm = judged.get(ask.point());
    if (arm != null) {
      arm.tell(ask.seed(), Judged.accuracy(outcome, 0));
    }
  }
}
