package io.squeezelab.search;

import io.squeezelab.trial.Outcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** Successive halving, round by round: the next begins when the last trial of one has ended. */
final class Rounds implements Strategy {
  private final List<Long> seeds;
  private final List<Integer> epochs;
  private final int eta;
  private final Queue<Ask> queue = new ArrayDeque<>();
  private final Map<Point, String> stopped = new LinkedHashMap<>();
  private Map<Point, Judged> round = new LinkedHashMap<>();
  private int rung;
  private int awaited;

  /**
   * @param arms the baseline among them
   * @param epochs after which they are compared
   */
  Rounds(
      List<Point> arms, Optional<Point> baseline, List<Long> seeds, List<Integer> epochs, int eta) {
    this.seeds = seeds;
    this.epochs = epochs;
    this.eta = eta;
    List<Point> rivals = new ArrayList<>(arms);
    baseline.ifPresent(rivals::remove);
    rivals.forEach(arm -> round.put(arm, new Judged(seeds.size())));
    awaited = rivals.size();
    for (long seed : seeds) {
      baseline.ifPresent(base -> queue.add(new Ask(base, seed, 0)));
      rivals.forEach(arm -> queue.add(new Ask(arm, seed, epochs.get(0))));
    }
  }

  @Override
  public Optional<Ask> ask() {
    return Optional.ofNullable(queue.poll());
  }

  @Override
  public void tell(Ask ask, Outcome outcome) {
    Judged arm = round.get(ask.point());
    if (arm == null || rung == epochs.size() || ask.epochs() != epochs.get(rung)) {
      return; // the baseline, or behind the last comparison
    }
    if (arm.tell(ask.seed(), Judged.accuracy(outcome, ask.epochs())) && --awaited == 0) {
      next();
    }
  }

  private void next() {
    List<Point> order = new ArrayList<>(round.keySet());
    order.sort(Comparator.comparingDouble(arm -> -round.get(arm).mean()));
    int places = Math.max(1, order.size() / eta);
    int epoch = epochs.get(rung);
    Map<Point, Judged> further = new LinkedHashMap<>();
    for (int i = 0; i < order.size(); i++) {
      Point arm = order.get(i);
      if (i < places && !round.get(arm).failed()) {
        further.put(arm, new Judged(seeds.size()));
      } else {
        stopped.put(arm, why(round.get(arm), i, places, epoch));
      }
    }
    round = further;
    awaited = round.size();
    rung++;
    int until = rung == epochs.size() ? 0 : epochs.get(rung);
    seeds.forEach(seed -> round.keySet().forEach(arm -> queue.add(new Ask(arm, seed, until))));
  }

  private String why(Judged arm, int place, int places, int epoch) {
    return arm.failed()
        ? "a seed had no validation accuracy after epoch " + epoch
        : "place %d of %d after epoch %d; the first %d went on"
            .formatted(place + 1, round.size(), epoch, places);
  }

  @Override
  public Map<Point, String> stopped() {
    return Collections.unmodifiableMap(stopped);
  }
}
