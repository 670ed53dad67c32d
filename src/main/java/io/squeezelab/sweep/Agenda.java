package io.squeezelab.sweep;

import io.squeezelab.trial.Outcome;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/**
 * Where the jobs of a sweep come from. Asked and told by one thread at a time; every job that was
 * given is told how it ended, once its result is stored, unless it was put down: then the sweep is
 * being stopped, and nothing is asked any more.
 */
public interface Agenda {
  /**
   * The next job; empty while there is none until another one has ended, and at the end: a sweep is
   * over when this is empty and nothing runs.
   */
  Optional<Job> next();

  /** What has to follow from it comes from {@link #next}: another attempt, the search's answer. */
  void ended(Job job, Outcome outcome);

  /** Jobs that are known beforehand, each once. */
  static Agenda of(List<Job> jobs) {
    Queue<Job> queue = new ArrayDeque<>(jobs);
    return new Agenda() {
      @Override
      public Optional<Job> next() {
        return Optional.ofNullable(queue.poll());
      }

      @Override
      public void ended(Job job, Outcome outcome) {
        // nothing follows
      }
    };
  }
}
