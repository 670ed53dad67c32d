package io.squeezelab.search;

import io.squeezelab.trial.Outcome;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Asynchronous successive halving under way. */
final class Ladder implements Strategy {
  private final Set<Point> arms;
  private final List<Long> seeds;
  private final List<Integer> epochs;
  private final int eta;
  private final List<Rung> rungs;
  private final Deque<Point> fresh;
  private final Set<Point> begun = new HashSet<>();
  private final Recalled recalled = new Recalled();
  private final Queue<Ask> queue = new ArrayDeque<>();
  private int awaited;
  private boolean over;

  /**
   * @param arms in the order in which they are to begin, the baseline among them
   * @param epochs after which they are compared
   */
  Ladder(
      List<Point> arms, Optional<Point> baseline, List<Long> seeds, List<Integer> epochs, int eta) {
    this.arms = new HashSet<>(arms);
    baseline.ifPresent(this.arms::remove);
    this.seeds = seeds;
    this.epochs = epochs;
    this.eta = eta;
    this.rungs = Stream.generate(Rung::new).limit(epochs.size()).toList();
    this.fresh = new ArrayDeque<>(arms);
    baseline.ifPresent(base -> push(base, rungs.size()));
  }

  /** All seeds of an arm up to a rung; behind the last they are trained to their end. */
  private void push(Point arm, int rung) {
    begun.add(arm);
    int until = rung == rungs.size() ? 0 : epochs.get(rung);
    for (long seed : seeds) {
      if (until == 0 || !rungs.get(rung).of(arm, seeds.size()).knows(seed)) {
        queue.add(new Ask(arm, seed, until));
      }
    }
  }

  @Override
  public Optional<Ask> ask() {
    restore();
    if (queue.isEmpty() && !promote(rung -> rung.best(eta))) {
      begin();
    }
    if (queue.isEmpty() && awaited == 0) {
      promote(Rung::last); // nobody comes any more
    }
    over = queue.isEmpty() && awaited == 0;
    awaited += queue.isEmpty() ? 0 : 1;
    return Optional.ofNullable(queue.poll());
  }

  private boolean promote(Function<Rung, Optional<Point>> chosen) {
    for (int rung = rungs.size() - 1; rung >= 0; rung--) {
      Optional<Point> best = chosen.apply(rungs.get(rung));
      if (best.isPresent()) {
        rungs.get(rung).leave(best.get());
        push(best.get(), rung + 1);
        return true;
      }
    }
    return false;
  }

  private void begin() {
    while (begun.contains(fresh.peek())) {
      fresh.remove();
    }
    if (!fresh.isEmpty()) {
      push(fresh.remove(), 0);
    }
  }

  @Override
  public void tell(Ask ask, Outcome outcome) {
    awaited--;
    int rung = epochs.indexOf(ask.epochs());
    if (rung >= 0) {
      judge(ask.point(), ask.seed(), rung, outcome);
    }
  }

  private void judge(Point arm, long seed, int rung, Outcome outcome) {
    Judged judged = rungs.get(rung).of(arm, seeds.size());
    boolean last = judged.tell(seed, Judged.accuracy(outcome, epochs.get(rung)));
    if (last) {
      rungs.get(rung).arrived(arm);
    }
  }

  @Override
  public void recall(Point arm, long seed, Outcome stored) {
    if (arms.contains(arm) && seeds.contains(seed)) {
      recalled.add(arm, seed, stored);
    }
  }

  /** Who went further than a comparison has gone on from it, whoever would go on today. */
  private void restore() {
    for (Point arm : recalled.arms()) {
      Map<Long, Outcome> trials = recalled.of(arm);
      int aim = Recalled.aim(trials.values(), epochs);
      for (int rung = 0; rung <= aim && rung < rungs.size(); rung++) {
        for (Map.Entry<Long, Outcome> trial : trials.entrySet()) {
          if (new Ask(arm, trial.getKey(), epochs.get(rung)).answeredBy(trial.getValue())) {
            judge(arm, trial.getKey(), rung, trial.getValue());
          }
        }
        if (rung < aim) {
          rungs.get(rung).leave(arm);
        }
      }
      push(arm, aim);
    }
    recalled.clear();
  }

  @Override
  public Map<Point, String> stopped() {
    Map<Point, String> stopped = new HashMap<>();
    for (int rung = 0; over && rung < rungs.size(); rung++) { // until then anybody may go on
      stopped.putAll(rungs.get(rung).reasons(epochs.get(rung)));
    }
    return stopped;
  }
}
