package io.squeezelab.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.spec.BadInput;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that nobody would write: each is an experiment or is refused in words, and takes no longer
 * than a person waits. What fails is kept in {@code target/fuzz}.
 */
class FuzzTest {
  private static final double MOST_SECONDS = 5;
  private static final Path KEPT = Path.of("target/fuzz");

  /** A small one with every field that a file can have. */
  private static final String ALL =
      """
      name: all
      question: Which one?
      trial:
        data: {type: fashion-mnist-mini, validation: 500, augment: {crop: 2, erase: {probability: 0.5}}}
        backbone: {type: resnet-cifar, depth: 8, width: 8}
        attention: {squeeze: avg, excite: {type: bottleneck, reduction: 2}, gate: sigmoid}
        placement: {position: pre, stages: [1, 3], blocks: every 2}
        train:
          epochs: 2
          batch: 64
          optimizer: {type: adamw, weight-decay: 1e-2}
          rate: {type: multistep, base: 0.1, milestones: [1, 2], warm-up: 0.5}
          freeze: [norms, 'layer1.*']
      axes:
        attention.squeeze: [avg, {type: gem, p: 4}]
        attention.reduction: [2, 4]
        length:
          short: {train.epochs: 2, train.batch: 64}
          long: {train.epochs: 3, train.batch: 32}
      include: [{length: short}, {length: long, attention.squeeze: avg}]
      exclude: [{attention.squeeze: {type: gem}, attention.excite.reduction: 4}]
      constraints: [params <= +50%, macs >= 100k]
      arms:
        wide: {attention: none, match: {params: +60%, free: backbone.width, tolerance: 50%}}
        two: {attention: {type: sequence, of: [se, {preset: se, bias: true}]}}
      baseline: {attention.squeeze: avg}
      seeds: [1, 5]
      search: {type: one-factor}
      budget: {trials: 9, time: 2h, epochs: 100}
      run:
        retry: {failed: 2, out-of-memory: smaller-micro-batch}
        time-out: 10m
        max-failures: 5
        checkpoint: {epochs: 1, time: 90s}
      claims:
      - wide >= baseline within 0.2 at params <= 160%
      - '"two" > wide'
      - order: [two, wide, baseline]
      - spread of [two, wide] < 0.3
      - spread of length < 2
      reference:
        source: a table
        link: https://example.org
        arms: {wide: {top1-error: 5.5, mparams: 1.2}, baseline: {top1-error: 6, top5-error: 1}}
      """;

  @TempDir private Path temp;

  private int read;
  private int refused;
  private double slowest;

  private static List<String> corpus() throws IOException {
    List<String> corpus = new ArrayList<>(List.of(ALL));
    try (Stream<Path> files = Files.walk(Path.of("experiments"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        corpus.add(Files.readString(file));
      }
    }
    corpus.sort(Comparator.comparingInt(String::length));
    assertTrue(corpus.size() > 4, "the experiments are not where this test looks for them");
    return corpus;
  }

  private void fuzz(long seed, double seconds) throws IOException {
    Mutator mutator = new Mutator(seed, corpus());
    Path file = temp.resolve("f.yaml");
    long end = System.nanoTime() + (long) (seconds * 1e9);
    while (System.nanoTime() < end) {
      byte[] text = mutator.next();
      Files.write(file, text);
      long before = cpu();
      String fault = fault(file);
      double took = (cpu() - before) / 1e9;
      slowest = Math.max(slowest, took);
      if (took > MOST_SECONDS) {
        fault = "took " + took + " s";
      }
      if (!fault.isEmpty()) {
        Files.createDirectories(KEPT);
        Path kept = Files.write(KEPT.resolve(seed + "-" + (read + refused) + ".yaml"), text);
        assertEquals("", fault, "kept in " + kept);
      }
    }
    System.out.printf(
        "fuzzed with seed %d for %.0f s: %d read, %d refused; the slowest took %.2f s%n",
        seed, seconds, read, refused, slowest);
    assertTrue(refused > 10 && read > 0, read + " read, " + refused + " refused");
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private String fault(Path file) {
    try {
      assertFalse(ExperimentFile.read(file).seeds().isEmpty());
      read++;
      return "";
    } catch (BadInput refusal) {
      refused++;
      String said = refusal.getMessage();
      boolean words = said != null && !said.isBlank() && said.length() < 20_000;
      boolean leaks =
          !words || said.matches("(?s).*(\\bjava\\.|Exception|\\bat io\\.|@[0-9a-f]{6}).*");
      return leaks && !quoted(file, said) ? "said: " + said : "";
    } catch (Throwable thrown) {
      return thrown
          + " at "
          + List.of(thrown.getStackTrace()).subList(0, Math.min(8, thrown.getStackTrace().length));
    }
  }

  /** The nasty words themselves may be in a message. */
  private static boolean quoted(Path file, String said) {
    return said.contains("!!java.") || said.contains("tag:yaml.org,2002:java");
  }

  @Test
  void theFileWithEveryFieldIsRight() throws IOException {
    assertEquals(
        6, ExperimentFile.read(Files.writeString(temp.resolve("a.yaml"), ALL)).arms().size());
  }

  @Test
  void nothingGetsThrough() throws IOException {
    fuzz(1, Double.parseDouble(System.getProperty("squeezelab.fuzz", "5")));
  }

  @Test
  @Tag("long")
  void nothingGetsThroughInAMinute() throws IOException {
    fuzz(Long.getLong("squeezelab.fuzz.seed", 2), 60);
  }
}
