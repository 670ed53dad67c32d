package io.squeezelab.search;

import io.squeezelab.train.Epoch;
import io.squeezelab.trial.Outcome;
import io.squeezelab.trial.Outcome.Ending;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/**
 * Runs a search on recorded results: a trial takes the seconds that it took, of which none pass,
 * and gives the accuracies that it gave. One event after another, without threads.
 */
public final class Simulator {
  /** A trial, as one seed of one arm. */
  private record Trial(Point arm, long seed) {}

  /** On a worker, until then. */
  private record Running(double end, int order, Ask ask, Outcome outcome) {}

  /**
   * What was spent so far, for budgets.
   *
   * @param fresh whether a trial is asked for that has not begun
   */
  public record Spent(int trials, long epochs, double seconds, boolean fresh) {}

  private final RecordedSpace space;
  private final List<Long> seeds;
  private final int workers;
  private final Predicate<Spent> enough;
  private final Map<Trial, Integer> reached = new HashMap<>();
  private final Map<Point, Integer> finished = new LinkedHashMap<>();
  private final PriorityQueue<Running> running =
      new PriorityQueue<>(
          Comparator.comparingDouble(Running::end).thenComparingInt(Running::order));
  private double clock;
  private double busy;
  private long epochs;
  private int given;

  private Simulator(RecordedSpace space, List<Long> seeds, int workers, Predicate<Spent> enough) {
    this.space = space;
    this.seeds = seeds;
    this.workers = workers;
    this.enough = enough;
  }

  /**
   * @param workers at once
   * @param enough whether what is asked for then is not run; what is under way is finished
   * @throws io.squeezelab.spec.Problem if the search has no meaning there
   */
  public static Simulation run(
      Search search, RecordedSpace space, List<Long> seeds, int workers, Predicate<Spent> enough) {
    return new Simulator(space, seeds, workers, enough).run(search.start(space, seeds));
  }

  private Simulation run(Strategy strategy) {
    begin(strategy);
    while (!running.isEmpty()) {
      Running first = running.poll();
      clock = first.end();
      if (first.ask().epochs() == 0 || first.outcome().ending() != Ending.STOPPED) {
        finished.merge(first.ask().point(), 1, Integer::sum);
      }
      strategy.tell(first.ask(), first.outcome());
      begin(strategy);
    }
    List<Point> completed = new ArrayList<>(finished.keySet());
    completed.removeIf(arm -> finished.get(arm) < seeds.size());
    Map<Point, Integer> last = new HashMap<>();
    reached.forEach((trial, epoch) -> last.merge(trial.arm(), epoch, Math::max));
    return new Simulation(
        reached.size(), epochs, clock, busy, completed, Map.copyOf(strategy.stopped()), last);
  }

  private void begin(Strategy strategy) {
    while (running.size() < workers) {
      Optional<Ask> ask = strategy.ask();
      if (ask.isEmpty()) {
        return;
      }
      if (!enough.test(spent(ask.get()))) {
        begin(ask.get());
      }
    }
  }

  private Spent spent(Ask ask) {
    boolean fresh = !reached.containsKey(new Trial(ask.point(), ask.seed()));
    return new Spent(reached.size(), epochs, clock, fresh);
  }

  private void begin(Ask ask) {
    Outcome recorded = space.arm(ask.point()).outcomes().get(ask.seed());
    Outcome outcome = until(recorded, ask.epochs());
    Trial trial = new Trial(ask.point(), ask.seed());
    int from = reached.getOrDefault(trial, 0);
    int to = outcome.history().size();
    reached.put(trial, Math.max(from, to));
    double seconds = Math.max(0, seconds(recorded, to) - (from == 0 ? 0 : seconds(recorded, from)));
    epochs += Math.max(0, to - from);
    busy += seconds;
    running.add(new Running(clock + seconds, given++, ask, outcome));
  }

  /** The outcome that the trial would have had if it had been told to stop there. */
  private static Outcome until(Outcome recorded, int epoch) {
    if (epoch == 0 || recorded.history().size() <= epoch && !recorded.completed()) {
      return recorded;
    }
    List<Epoch> history = recorded.history().subList(0, Math.min(epoch, recorded.history().size()));
    return new Outcome(
        Ending.STOPPED, "", null, history, seconds(recorded, epoch), Double.NaN, null);
  }

  /** Up to an epoch: its share of the whole trial, loading and evaluation included. */
  private static double seconds(Outcome recorded, int epoch) {
    List<Epoch> history = recorded.history();
    if (epoch >= history.size()) {
      return recorded.seconds();
    }
    double all = history.stream().mapToDouble(Epoch::seconds).sum();
    double part = history.stream().limit(epoch).mapToDouble(Epoch::seconds).sum();
    boolean known = all > 0;
    return recorded.seconds() * (known ? part / all : (double) epoch / history.size());
  }
}
