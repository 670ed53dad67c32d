package io.squeezelab.live;

import io.squeezelab.analysis.Numbers;
import java.util.ArrayList;
import java.util.List;

/** A snapshot in words, the same in the terminal, in lines and on the page. */
public final class Phrases {
  private final Snapshot of;
  private final Counts counts;

  public Phrases(Snapshot of) {
    this.of = of;
    this.counts = of.counts();
  }

  /** {@code quickstart: running for 12 min, about 8 min left}. */
  public String heading() {
    String time = Numbers.duration(of.seconds());
    String doing =
        switch (of.phase()) {
          case RUNNING -> Double.isNaN(of.seconds()) ? "running" : "running for " + time + left();
          case STOPPING -> "stopping; trials write checkpoints";
          case STOPPED -> "stopped after " + time;
          case ENDED -> "ended after " + time;
          case LOST -> "its sweep is gone without a word; the same command goes on";
          case ABSENT -> "no sweep runs here";
        };
    return of.name() + ": " + doing;
  }

  private String left() {
    return Double.isNaN(of.left())
        ? ""
        : ", about " + Numbers.duration(of.left()) + (counts.open() ? " or more left" : " left");
  }

  /** {@code 12 of 20 trials done, 2 running, 6 waiting}; with {@code 4 paused} before the last. */
  public String counts() {
    String more = counts.open() ? ", more may follow" : "";
    String paused = counts.paused() > 0 ? Numbers.count(counts.paused()) + " paused, " : "";
    return "%s of %s trials done, %s running, %s%s waiting%s"
        .formatted(
            Numbers.count(counts.done()),
            Numbers.count(counts.all()),
            Numbers.count(counts.underWay()),
            paused,
            Numbers.count(counts.waiting()),
            more);
  }

  /** {@code not completed: 1 failed, 2 diverged}; empty where all did. */
  public String trouble() {
    List<String> kinds = new ArrayList<>();
    add(kinds, counts.failed(), "failed");
    add(kinds, counts.diverged(), "diverged");
    add(kinds, counts.outOfMemory(), "out of memory");
    add(kinds, counts.timedOut(), "timed out");
    add(kinds, counts.stopped(), "stopped by the search");
    return kinds.isEmpty() ? "" : "not completed: " + String.join(", ", kinds);
  }

  private static void add(List<String> kinds, int count, String kind) {
    if (count > 0) {
      kinds.add(Numbers.count(count) + " " + kind);
    }
  }

  /** {@code best so far: eca, 91.25 % validation top-1 (mean of 3 of 5 seeds)}; or empty. */
  public String best() {
    Snapshot.Best best = of.best();
    if (best == null) {
      return "";
    }
    String trials = best.trials() == best.seeds() ? "" : best.trials() + " of ";
    String seeds = trials + best.seeds() + (best.seeds() == 1 ? " seed" : " seeds");
    return "best so far: %s, %s %% validation top-1 (mean of %s)"
        .formatted(best.arm(), Numbers.percent(best.mean()), seeds);
  }

  /** {@code 2,340 images/s}; empty while nobody has told. */
  public String speed() {
    return of.imagesPerSecond() > 0 ? speed(of.imagesPerSecond()) + " images/s" : "";
  }

  /** Whole images a second; a dash for what is not known. */
  static String speed(double imagesPerSecond) {
    return Double.isFinite(imagesPerSecond)
        ? Numbers.count(Math.round(imagesPerSecond))
        : Numbers.UNKNOWN;
  }

  /** All of it in one line. */
  String line() {
    List<String> parts = new ArrayList<>(List.of(heading(), counts()));
    parts.addAll(List.of(trouble(), best(), speed()));
    parts.removeIf(String::isEmpty);
    return String.join("; ", parts);
  }
}
