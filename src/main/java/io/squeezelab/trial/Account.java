package io.squeezelab.trial;

import io.squeezelab.engine.Hardware;
import io.squeezelab.train.Epoch;
import io.squeezelab.train.Metrics;
import io.squeezelab.train.Progress;
import io.squeezelab.train.Training;
import io.squeezelab.trial.Outcome.Ending;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What is known of a trial under way, over all its parts, for its outcome. */
final class Account {
  private final Hardware hardware;
  private final long start = System.nanoTime();
  private Instant started = Instant.now();
  private double before;
  private int resumed;
  private int microBatch;
  private final Map<String, String> leftOut = new TreeMap<>();
  private List<Epoch> history = List.of();
  private Set<Integer> paused = Set.of();
  private int imagesPerEpoch;
  private double seconds = Double.NaN;
  private Provenance.Files files;
  private String loaded = "";
  private Metrics metrics;

  Account(Hardware hardware) {
    this.hardware = hardware;
  }

  void loaded(String report) {
    loaded = report;
  }

  /** Of fewer images than the trial itself has. */
  void microBatch(int images) {
    microBatch = images;
  }

  void goFrom(Bookmark bookmark) {
    Earlier parts = bookmark.earlier();
    before = parts.seconds();
    resumed = parts.resumed();
    started = Instant.ofEpochMilli(parts.started());
    leftOut.putAll(bookmark.leftOut());
  }

  Bookmark bookmark(Progress progress, Map<Path, String> faults) {
    see(faults);
    return new Bookmark(progress, seconds(), resumed, started.toEpochMilli(), leftOut);
  }

  private void see(Map<Path, String> faults) {
    faults.forEach((file, why) -> leftOut.put(file.toString(), why));
  }

  /** A training is over, however it ended. */
  void see(Training training) {
    history = training.history();
    paused = training.paused();
    imagesPerEpoch = training.imagesPerEpoch();
    see(training.faults());
    seconds = seconds();
  }

  /** Files that could not be decoded, and why. */
  Map<String, String> leftOut() {
    return leftOut;
  }

  void files(Provenance.Files images) {
    files = images;
  }

  void metrics(Metrics reached) {
    metrics = reached;
  }

  private double seconds() {
    return before + (System.nanoTime() - start) / 1e9;
  }

  /**
   * @param epochs of its history that count; a trial may have gone further before
   */
  Outcome end(Ending ending, String reason, long epochs) {
    List<Epoch> counted = history.stream().limit(epochs).toList();
    Metrics reached = ending == Ending.COMPLETED ? metrics : null;
    double took = Double.isNaN(seconds) ? seconds() : seconds;
    Provenance here = Provenance.here(hardware, started, files);
    return new Outcome(
        ending, reason, reached, counted, took, speed(), here, loaded, microBatch, resumed);
  }

  /** Of the median epoch among those that went through in one go, if there is one. */
  private double speed() {
    boolean all = history.stream().allMatch(e -> paused.contains(e.epoch()));
    double[] speeds =
        history.stream()
            .filter(e -> all || !paused.contains(e.epoch()))
            .mapToDouble(e -> imagesPerEpoch / e.seconds())
            .sorted()
            .toArray();
    return speeds.length == 0 ? Double.NaN : speeds[speeds.length / 2];
  }
}
