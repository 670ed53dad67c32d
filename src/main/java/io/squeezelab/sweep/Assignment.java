package io.squeezelab.sweep;

import io.squeezelab.engine.Hardware;
import io.squeezelab.trial.Outcome;
import io.squeezelab.trial.Outcome.Ending;
import io.squeezelab.trial.Remains;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** One job on its worker, from the order to the outcome; both are watched over. */
final class Assignment {
  private final Child child;
  private final Job job;
  private final Consumer<Message> news;
  private final Duration grace;
  private final Remains remains;
  private long asked;
  private boolean fit = true;

  /**
   * @param device where the worker computes
   * @param news what the worker tells while the job is under way
   * @param grace from the end of the job's time, in which it is to stop
   */
  Assignment(Child child, Job job, Hardware device, Consumer<Message> news, Duration grace) {
    this.child = child;
    this.job = job;
    this.news = news;
    this.grace = grace;
    remains = new Remains(job.conditions(), child.engine(), device);
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
        return asked == 0
            ? Optional.empty()
            : Optional.of(remains.outcome(Ending.TIMED_OUT, late(job)));
      }
      hear(message);
      if (late(job.timeOut(), remains.seconds()) && asked == 0) {
        child.stop();
        asked = System.nanoTime();
      } else if (asked != 0 && late(grace, (System.nanoTime() - asked) / 1e9)) {
        return Optional.of(unfit(Ending.TIMED_OUT, late(job) + "; it did not stop, and was ended"));
      }
    }
  }

  private void hear(Message message) {
    if (message.note() != null) {
      child.log().note(message.note());
    } else if (message.epoch() != null) {
      child.log().epoch(message.epoch());
      remains.epoch(message.epoch());
    } else if (message.earlier() != null) {
      remains.goFrom(message.earlier());
    }
    if (!message.alive()) {
      news.accept(message);
    }
  }

  static boolean late(Duration limit, double seconds) {
    return limit != null && seconds > limit.toNanos() / 1e9;
  }

  static String late(Job job) {
    return "it took longer than the " + job.timeOut().toSeconds() + " s it was given";
  }

  private Outcome unfit(Ending ending, String reason) {
    fit = false;
    return remains.outcome(ending, reason);
  }

  /** Whether the worker can take another job. */
  boolean fit() {
    return fit;
  }
}
