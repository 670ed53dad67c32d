package io.squeezelab.live;

import io.squeezelab.spec.Names;
import io.squeezelab.sweep.Job;
import io.squeezelab.trial.Outcome;
import io.squeezelab.trial.Outcome.Ending;
import java.util.Locale;

/** The line that stays of a trial that has ended. */
final class Ended {
  private Ended() {}

  /**
   * @param share how many have ended, of how many
   */
  static String line(String share, Job job, Outcome outcome) {
    long seed = job.trial().seed();
    return "[%s] %s  %s, seed %d: %s"
        .formatted(share, job.id(), job.arm(), seed, words(job, outcome));
  }

  private static String words(Job job, Outcome outcome) {
    if (outcome.ending() == Ending.STOPPED) { // whether for good is not known yet
      int all = job.trial().train().epochs();
      return "paused after epoch " + outcome.history().size() + " of " + all;
    }
    return outcome.completed()
        ? String.format(
            Locale.ROOT,
            "top-1 %.2f %%, %.0f s, %.0f images/s",
            100 * outcome.metrics().top1(),
            outcome.seconds(),
            outcome.imagesPerSecond())
        : Names.kebab(outcome.ending().name()) + ": " + outcome.reason();
  }
}
