package io.squeezelab.analysis;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.squeezelab.cost.Cost;
import io.squeezelab.experiment.Expected;
import io.squeezelab.results.Result;
import io.squeezelab.spec.Trees;
import io.squeezelab.train.Epoch;
import io.squeezelab.train.Metrics;
import io.squeezelab.trial.Outcome;
import io.squeezelab.trial.Outcome.Ending;
import io.squeezelab.trial.Provenance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Results made up for tests. */
public final class Made {
  public static final Provenance WHERE =
      new Provenance(
          "0.1.0 (abc1234)",
          "PyTorch 2.7.1",
          "cpu (Xeon)",
          "17.0.15, Debian",
          "Linux amd64",
          "2026-03-01T10:00:00Z",
          null);
  public static final Cost COST = new Cost(272_474, 1_376, 40_813_184, 188_416, 0);

  private Made() {}

  /** A completed trial of seed {@code seed} with this test accuracy. */
  public static Result done(String arm, long seed, double top1) {
    return done(arm, seed, top1, COST, List.of());
  }

  public static Result done(String arm, long seed, double top1, Cost cost, List<Epoch> history) {
    Metrics metrics = new Metrics(top1, 0.3, top1 + 0.002, 0.29, 30);
    Outcome outcome =
        new Outcome(Ending.COMPLETED, "", metrics, history, 100 + seed, 1000 - seed, WHERE);
    return new Result(arm + "-" + seed, arm, seed, 1, trial(), cost, outcome);
  }

  public static Result ended(String arm, long seed, Ending ending, String reason) {
    Outcome outcome = new Outcome(ending, reason, null, List.of(), 5, Double.NaN, WHERE);
    return new Result(arm + "-" + seed, arm, seed, 1, trial(), COST, outcome);
  }

  public static Result attempt(Result of, int attempt) {
    return new Result(of.id(), of.arm(), of.seed(), attempt, of.trial(), of.cost(), of.outcome());
  }

  /** One completed trial for each accuracy, with the seeds 0, 1, 2, …. */
  public static List<Result> arm(String arm, double... top1) {
    List<Result> results = new ArrayList<>();
    for (int seed = 0; seed < top1.length; seed++) {
      results.add(done(arm, seed, top1[seed]));
    }
    return results;
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  public static List<Result> all(List<Result>... parts) {
    return Stream.of(parts).flatMap(List::stream).toList();
  }

  /** A study whose arms are those of the results, in their order. */
  public static Study study(String baseline, List<Result> results) {
    List<String> arms = results.stream().map(Result::arm).distinct().toList();
    return new Study("made", "Which is worth its cost?", arms, baseline, results);
  }

  /** Seeds 0 to 2 of arms called {@code NETWORK, ATTENTION}, the first of them the baseline. */
  public static Study networks(List<Result> results) {
    Map<String, Map<String, String>> factors = new LinkedHashMap<>();
    for (String label : results.stream().map(Result::arm).distinct().toList()) {
      String[] levels = label.split(", ");
      factors.put(label, Map.of("network", levels[0], "attention", levels[1]));
    }
    List<String> arms = List.copyOf(factors.keySet());
    Design design = new Design(factors, Expected.NOTHING);
    List<Long> seeds = List.of(0L, 1L, 2L);
    return new Study("t", "", arms, arms.get(0), seeds, results, Choices.NONE, design);
  }

  /** A sweep as it could come out: accuracies near 91 to 93 %, histories of 30 epochs. */
  public static Study sweep(List<String> arms, int seeds) {
    List<Result> results = new ArrayList<>();
    for (int arm = 0; arm < arms.size(); arm++) {
      Random of = new Random(arm + 17);
      double level = 0.912 + (arm == 0 ? 0 : 0.016 * of.nextDouble());
      long macs = 40_813_184 + (arm == 0 ? 0 : (long) (600_000 * of.nextDouble()));
      long params = 272_474 + (arm == 0 ? 0 : (long) (20_000 * of.nextDouble()));
      Cost cost = new Cost(params, 1_376, macs, 188_416, 90_000);
      for (int seed = 0; seed < seeds; seed++) {
        double top1 = level + 0.002 * new Random(31 * arm + seed).nextGaussian();
        top1 = Math.rint(top1 * 10_000) / 10_000;
        results.add(done(arms.get(arm), seed, top1, cost, history(top1, 30, arm + 100L * seed)));
      }
    }
    String question = "Which summary of a feature map is worth its cost on CIFAR-10?";
    return new Study("which-squeeze", question, arms, arms.get(0), results);
  }

  private static List<Epoch> history(double top1, int epochs, long seed) {
    Random noise = new Random(seed);
    List<Epoch> history = new ArrayList<>();
    for (int e = 1; e <= epochs; e++) {
      double left = Math.exp(-5.0 * e / epochs);
      double now = top1 - 0.55 * left + 0.012 * Math.sqrt(left) * noise.nextGaussian();
      double loss = 0.05 + 1.9 * left + 0.02 * left * noise.nextGaussian();
      history.add(new Epoch(e, 0.1, loss, now, 0.3, now, 3.2));
    }
    return history;
  }

  private static ObjectNode trial() {
    ObjectNode trial = Trees.object();
    trial.putObject("data").put("type", "cifar10");
    trial.putObject("train").put("epochs", 30);
    return trial;
  }
}
