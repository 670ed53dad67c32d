package io.squeezelab.search;

import io.squeezelab.train.Epoch;
import io.squeezelab.train.Metrics;
import io.squeezelab.trial.Outcome;
import io.squeezelab.trial.Outcome.Ending;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Trains nothing: an arm has the accuracy that a test says it has, after every epoch. */
final class Answers {
  private Answers() {}

  /**
   * @param epochs that were finished; all of them for a completed trial
   */
  static Outcome outcome(double accuracy, int epochs) {
    List<Epoch> history =
        IntStream.rangeClosed(1, epochs)
            .mapToObj(i -> new Epoch(i, 0.1, 1, 0.5, 1, accuracy, 1))
            .toList();
    boolean whole = epochs == FakeSpace.EPOCHS;
    return new Outcome(
        whole ? Ending.COMPLETED : Ending.STOPPED,
        "",
        whole ? new Metrics(0.123, 1, accuracy, 1, epochs) : null,
        history,
        epochs,
        1,
        null);
  }

  static Outcome diverged() {
    return new Outcome(Ending.DIVERGED, "nan", null, List.of(), 1, 1, null);
  }

  static Outcome to(Ask ask, double accuracy) {
    return outcome(accuracy, ask.epochs() == 0 ? FakeSpace.EPOCHS : ask.epochs());
  }

  /** All that a strategy asks for, each told before the next is asked for. */
  static List<Ask> run(Strategy strategy, ToDoubleFunction<Ask> accuracy) {
    List<Ask> asked = new ArrayList<>();
    for (Optional<Ask> ask = strategy.ask(); ask.isPresent(); ask = strategy.ask()) {
      asked.add(ask.get());
      strategy.tell(ask.get(), to(ask.get(), accuracy.applyAsDouble(ask.get())));
    }
    return asked;
  }

  /** The same by several workers, of whom a random one ends next. */
  static List<Ask> run(Strategy strategy, ToDoubleFunction<Ask> accuracy, int workers, long order) {
    SplittableRandom random = new SplittableRandom(order);
    List<Ask> asked = new ArrayList<>();
    List<Ask> running = new ArrayList<>();
    while (true) {
      Optional<Ask> ask = running.size() < workers ? strategy.ask() : Optional.empty();
      if (ask.isPresent()) {
        asked.add(ask.get());
        running.add(ask.get());
      } else if (running.isEmpty()) {
        return asked;
      } else {
        Ask ended = running.remove(random.nextInt(running.size()));
        strategy.tell(ended, to(ended, accuracy.applyAsDouble(ended)));
      }
    }
  }

  static List<Point> points(List<Ask> asks) {
    return asks.stream().map(Ask::point).distinct().toList();
  }

  /** The furthest epoch that each arm was asked for; 0 for its last. */
  static Map<Point, Set<Integer>> epochs(List<Ask> asks) {
    Map<Point, Set<Integer>> epochs = new HashMap<>();
    asks.forEach(
        ask -> epochs.computeIfAbsent(ask.point(), p -> new HashSet<>()).add(ask.epochs()));
    return epochs;
  }
}
