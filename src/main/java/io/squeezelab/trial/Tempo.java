package io.squeezelab.trial;

import io.squeezelab.train.Pace;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Tells how fast a training goes, four times a second at most, over the last two seconds or so.
 * Nothing waits for the device: on a graphics card this is the pace at which steps are handed to
 * it, which is the card's own once its queue is full.
 */
final class Tempo {
  private static final long BETWEEN = 250_000_000;
  private static final int MARKS = 8;

  private final int steps;
  private final int batch;
  private final Consumer<Pace> told;
  private final Deque<Mark> marks = new ArrayDeque<>();

  private record Mark(long nanos, int step) {}

  /**
   * @param steps of an epoch
   */
  Tempo(int steps, int batch, Consumer<Pace> told) {
    this.steps = steps;
    this.batch = batch;
    this.told = told;
  }

  /**
   * @param step of the epoch, of which so many are done
   */
  void see(int epoch, int step) {
    long now = System.nanoTime();
    if (step == 0) {
      marks.clear();
    }
    if (marks.isEmpty()) {
      marks.add(new Mark(now, step));
    } else if (now - marks.getLast().nanos() >= BETWEEN) {
      Mark first = marks.getFirst();
      double images = (double) (step - first.step()) * batch;
      told.accept(new Pace(epoch, step, steps, images * 1e9 / (now - first.nanos())));
      marks.add(new Mark(now, step));
      if (marks.size() > MARKS) {
        marks.removeFirst();
      }
    }
  }
}
