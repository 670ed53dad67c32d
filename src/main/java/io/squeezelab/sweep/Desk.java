package io.squeezelab.sweep;

import io.squeezelab.trial.Outcome;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Where slots get their jobs; they wait here for jobs that depend on others' outcomes. */
final class Desk {
  private final Agenda agenda;
  private final Deque<Job> returned = new ArrayDeque<>();
  private int running;
  private long ended;
  private boolean over;

  Desk(Agenda agenda) {
    this.agenda = agenda;
  }

  /** The next job, once there is one; empty at the end. */
  synchronized Optional<Job> next() throws InterruptedException {
    while (!over) {
      Optional<Job> job = returned.isEmpty() ? agenda.next() : Optional.of(returned.poll());
      if (job.isPresent()) {
        running++;
        return job;
      }
      if (running == 0) {
        stop();
      } else {
        wait();
      }
    }
    return Optional.empty();
  }

  /** A job is done, and stored. */
  synchronized void ended(Job job, Outcome outcome) {
    agenda.ended(job, outcome);
    leave();
  }

  /** A job was put down. */
  synchronized void leave() {
    running--;
    ended++;
    notifyAll();
  }

  /**
   * A job could not be begun for want of something that another one may hold: somebody else may
   * have it, and the caller waits until another has ended.
   *
   * @return false where there is no other to wait for
   */
  synchronized boolean back(Job job) throws InterruptedException {
    returned.add(job);
    running--;
    notifyAll();
    long before = ended;
    while (running > 0 && ended == before && !over) {
      wait();
    }
    return over || ended != before;
  }

  /** No more jobs are given. */
  synchronized void stop() {
    over = true;
    notifyAll();
  }
}
