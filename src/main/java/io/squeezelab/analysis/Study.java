package io.squeezelab.analysis;

import io.squeezelab.results.Kept;
import io.squeezelab.results.Result;
import io.squeezelab.spec.Check;
import io.squeezelab.trial.Outcome.Ending;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An experiment's results as the analysis takes them, finished or not.
 *
 * @param name of the experiment
 * @param question that the experiment asks; empty where the file asks none
 * @param arms labels in the order of the experiment file; results of other arms are left out of the
 *     tables, and reported as left out
 * @param baseline label of the arm that the others are compared with; null for none
 * @param seeds that every arm is to have; a seed without a completed trial is reported as missing
 * @param results attempts in the order in which they finished, labelled as the file labels its arms
 *     now
 * @param choices of the search, and what they mean for the tables
 * @param design how the arms came about, and what was expected of them
 */
public record Study(
    String name,
    String question,
    List<String> arms,
    String baseline,
    List<Long> seeds,
    List<Result> results,
    Choices choices,
    Design design) {

  public Study {
    question = question == null ? "" : question.strip();
    arms = List.copyOf(arms);
    seeds = List.copyOf(seeds);
    results = List.copyOf(results);
    Check.that(arms.stream().distinct().count() == arms.size(), "arms", "must differ, are " + arms);
    Check.that(
        baseline == null || arms.contains(baseline),
        "baseline",
        "must be one of the arms " + arms + ", is '" + baseline + "'");
  }

  /** A study of arms that are no combinations of axes. */
  public Study(
      String name,
      String question,
      List<String> arms,
      String baseline,
      List<Long> seeds,
      List<Result> results,
      Choices choices) {
    this(name, question, arms, baseline, seeds, results, choices, Design.NONE);
  }

  /** A study of arms that nobody chose from. */
  public Study(
      String name,
      String question,
      List<String> arms,
      String baseline,
      List<Long> seeds,
      List<Result> results) {
    this(name, question, arms, baseline, seeds, results, Choices.NONE);
  }

  /** A study whose planned seeds are not known: those that the results show stand for them. */
  public Study(
      String name, String question, List<String> arms, String baseline, List<Result> results) {
    this(name, question, arms, baseline, seedsOf(results), results);
  }

  /** What a results folder holds. */
  public static Study of(Kept kept, List<Result> results) {
    return new Study(
        kept.name(),
        kept.question(),
        kept.arms(),
        kept.baseline(),
        kept.seeds(),
        kept.relabelled(results),
        new Choices(kept.search(), kept.stopped(), kept.remarks()),
        Design.of(kept.experiment()));
  }

  /** What stands above its charts: the question, or else the name. */
  public String title() {
    return question.isEmpty() ? name : question;
  }

  /** The attempt that counts of each trial, in the order in which the trials first appear. */
  public List<Result> trials() {
    Map<String, Result> last = new LinkedHashMap<>();
    results.forEach(r -> last.merge(r.id(), r, (a, b) -> b.attempt() >= a.attempt() ? b : a));
    return List.copyOf(last.values());
  }

  /**
   * The trials that the tables are about: those of the study's arms. Where an arm has two trials of
   * one seed, because the experiment was changed in between, the later one.
   */
  public List<Result> current() {
    record Place(String arm, long seed) {}
    Map<Place, Result> latest = new LinkedHashMap<>();
    Set<String> labels = new HashSet<>(arms);
    trials().stream()
        .filter(r -> labels.contains(r.arm()))
        .forEach(r -> latest.put(new Place(r.arm(), r.seed()), r));
    return List.copyOf(latest.values());
  }

  /** The same by arm; an arm that has none is not among them. */
  public Map<String, List<Result>> byArm() {
    return current().stream().collect(Collectors.groupingBy(Result::arm));
  }

  /** The trials that no table counts, because their arm is gone or their trial has changed. */
  public List<Result> leftOut() {
    Set<String> current = current().stream().map(Result::id).collect(Collectors.toSet());
    return trials().stream().filter(r -> !current.contains(r.id())).toList();
  }

  /** The current trials that gave no test accuracy: failed, diverged, stopped early, …. */
  public List<Result> unfinished() {
    return current().stream().filter(r -> !counts(r)).toList();
  }

  /** Whether a trial has a test accuracy, and so is part of the means. */
  public static boolean counts(Result result) {
    return result.outcome().completed()
        && result.outcome().metrics() != null
        && Double.isFinite(result.outcome().metrics().top1());
  }

  /** Whether it ended before its last epoch as the search asked: stopped for good, or paused. */
  public static boolean halted(Result result) {
    return result.outcome().ending() == Ending.STOPPED;
  }

  private static List<Long> seedsOf(List<Result> results) {
    return results.stream().map(Result::seed).distinct().sorted().toList();
  }
}
