package io.squeezelab.sweep;

import io.squeezelab.train.Epoch;
import io.squeezelab.trial.Outcome;
import io.squeezelab.trial.Outcome.Ending;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One job on its worker, from the order to the outcome; both are watched over. */
final class Assignment {
  private final Child child;
  private final Job job;
  private final Consumer<Message> news;
  private final Duration grace;
  private final List<Epoch> history = new ArrayList<>();
  private final Instant started = Instant.now();
  private final long start = System.nanoTime();
  private long asked;
  private boolean fit = true;

  /**
   * @param news what the worker tells while the job is under way
   * @param grace from the end of the job's time, in which it is to stop
   */
  Assignment(Child child, Job job, Consumer<Message> news, Duration grace) {
    this.child = child;
    this.job = job;
    this.news = news;
    this.grace = grace;
  }

  /**
   * @param log file for the trial's log
   * @param remark for the log; empty for none
   * @return empty where the trial was put down
   */
  Optional<Outcome> run(Path log, String remark) throws InterruptedException {
    if (!child.take(job, log)) {
      return Optional.empty();
    }
    if (!remark.isEmpty()) {
      child.log().note(remark);
    }
    Optional<Outcome> outcome = attend();
    outcome.ifPresent(child.log()::end);
    return outcome;
  }

  private Optional<Outcome> attend() throws InterruptedException {
    while (true) {
      Message message = child.next();
      if (message == null) {
        Obituary death = child.obituary();
        return Optional.of(unfit(death.ending(), death.reason()));
      } else if (child.silent()) {
        return Optional.of(unfit(Ending.FAILED, child.silence()));
      } else if (message.outcome() != null) {
        fit = message.outcome().ending() != Ending.OUT_OF_MEMORY;
        return Optional.of(message.outcome());
      } else if (message.putDown()) {
        return asked == 0 ? Optional.empty() : Optional.of(lost(Ending.TIMED_OUT, late(job)));
      }
      hear(message);
      if (late(job.timeOut(), start) && asked == 0) {
        child.stop();
        asked = System.nanoTime();
      } else if (asked != 0 && late(grace, asked)) {
        return Optional.of(unfit(Ending.TIMED_OUT, late(job) + "; it did not stop, and was ended"));
      }
    }
  }

  private void hear(Message message) {
    if (message.note() != null) {
      child.log().note(message.note());
    } else if (message.epoch() != null) {
      child.log().epoch(message.epoch());
      history.add(message.epoch());
    }
    if (!message.alive()) {
      news.accept(message);
    }
  }

  private static boolean late(Duration limit, long since) {
    return limit != null && System.nanoTime() - since > limit.toNanos();
  }

  static String late(Job job) {
    return "it took longer than the " + job.timeOut().toSeconds() + " s it was given";
  }

  private Outcome unfit(Ending ending, String reason) {
    fit = false;
    return lost(ending, reason);
  }

  /** What is left of the trial: its epochs so far. */
  private Outcome lost(Ending ending, String reason) {
    double seconds = (System.nanoTime() - start) / 1e9;
    List<Epoch> epochs = List.copyOf(history);
    return Outcome.lost(ending, reason, epochs, job.conditions(), started, seconds);
  }

  /** Whether the worker can take another job. */
  boolean fit() {
    return fit;
  }
}
