package io.squeezelab.agenda;

import io.squeezelab.experiment.Arm;
import io.squeezelab.search.Ask;
import io.squeezelab.search.Strategy;
import io.squeezelab.trial.Outcome;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a search asks for and, before the first trial of each seed, the arms beside the search with
 * that seed, so that a sweep cut short has whole comparisons behind it. Seeds that the search does
 * not come to follow at its end. The order is the same for any number of workers.
 */
final class Joined implements Wishes {
  private final Strategy strategy;
  private final Arms arms;
  private final List<Long> all;
  private final Deque<Long> seeds;
  private final Deque<Wish> queue = new ArrayDeque<>();
  private int open;

  Joined(Strategy strategy, Arms arms, List<Long> seeds) {
    this.strategy = strategy;
    this.arms = arms;
    this.all = seeds;
    this.seeds = new ArrayDeque<>(seeds);
  }

  @Override
  public Optional<Wish> next() {
    if (queue.isEmpty()) {
      strategy.ask().ifPresentOrElse(this::asked, this::rest);
    }
    return Optional.ofNullable(queue.poll());
  }

  private void asked(Ask ask) {
    open++;
    if (seeds.remove(ask.seed())) {
      beside(ask.seed());
    }
    queue.add(arms.wish(ask));
  }

  private void rest() {
    if (open == 0) {
      seeds.forEach(this::beside);
      seeds.clear();
    }
  }

  private void beside(long seed) {
    for (Arm arm : arms.beside()) {
      queue.add(arms.wish(arm, seed));
    }
  }

  @Override
  public void tell(Wish wish, Outcome outcome) {
    if (wish.ask() != null) {
      open--;
      strategy.tell(wish.ask(), outcome.untested());
    }
  }

  @Override
  public void drop(Wish wish) {
    open -= wish.ask() == null ? 0 : 1;
  }

  @Override
  public Map<String, String> stopped() {
    Map<String, String> reasons = new HashMap<>();
    strategy.stopped().forEach((point, why) -> reasons.put(arms.at(point).label(), why));
    return reasons;
  }

  @Override
  public List<String> stoppedTrials() {
    return strategy.stopped().keySet().stream()
        .map(arms::at)
        .flatMap(arm -> all.stream().map(seed -> arms.id(arm, seed)))
        .toList();
  }
}
