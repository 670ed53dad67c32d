package io.squeezelab.live;

import io.squeezelab.sweep.Job;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A trial that is still to run, as far as an estimate of the time needs it.
 *
 * @param epochs that it is to train
 * @param macs multiply-adds of its network for one image; 0 where they are not known
 */
public record Ahead(String id, String arm, int epochs, long macs) {

  /** Of jobs, whose networks are counted once an arm. */
  public static List<Ahead> of(List<Job> jobs) {
    Map<String, Long> macs = new HashMap<>();
    return jobs.stream()
        .map(job -> of(job, macs.computeIfAbsent(job.arm(), arm -> macs(job))))
        .toList();
  }

  private static Ahead of(Job job, long macs) {
    return new Ahead(job.id(), job.arm(), epochs(job), macs);
  }

  private static long macs(Job job) {
    return job.trial().recipe().network().cost().macs();
  }

  /** After which it ends. */
  static int epochs(Job job) {
    int whole = job.trial().train().epochs();
    int until = job.conditions().until();
    return until == 0 ? whole : Math.min(until, whole);
  }
}
