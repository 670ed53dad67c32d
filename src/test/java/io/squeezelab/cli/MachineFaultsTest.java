package io.squeezelab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.squeezelab.analysis.Made;
import io.squeezelab.results.Result;
import io.squeezelab.results.TrialLog;
import io.squeezelab.train.Epoch;
import io.squeezelab.trial.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a machine can do to a sweep of real workers: its clock jumps, its disk is full, its memory
 * does not suffice. Limits are those that a shell sets, so nothing here needs to be root.
 */
@Tag("engine")
@EnabledOnOs(OS.LINUX)
class MachineFaultsTest {
  private static final String EXPERIMENT =
      """
      name: tiny
      trial:
        data: {type: fashion-mnist-mini, validation: 5500}
        backbone: {type: resnet-cifar, depth: 8, width: 4}
        attention: se
        train: {epochs: 2, batch: 128, rate: {type: constant, base: 0.1}}
      axes: {train.rate.base: [0.1]}
      seeds: 3
      run: {time-out: 30m, retry: {failed: 0}}
      budget: {time: 2h}
      """;

  private static final String LARGE =
      """
      name: large
      trial:
        data: {type: fashion-mnist-mini, validation: 5000}
        backbone: {type: resnet-cifar, depth: 8, width: 16}
        attention: se
        train: {epochs: 1, batch: 1000, micro-batch: %d, rate: {type: constant, base: 0.1}}
      axes: {train.rate.base: [0.1]}
      seeds: 1
      run: {retry: {out-of-memory: smaller-micro-batch}}
      """;

  @TempDir private static Path temp;
  private static Path calm;
  private static Map<String, String> expected;

  @BeforeAll
  static void sweepUndisturbed() throws Exception {
    calm = temp.resolve("calm");
    assertEquals(0, start(EXPERIMENT, calm, List.of(), b -> {}).waitFor(), MachineFaultsTest::said);
    expected = numbers(calm);
    assertEquals(3, expected.size());
  }

  private static Process start(
      String experiment, Path results, List<String> before, Consumer<ProcessBuilder> more)
      throws IOException {
    String name = results.getFileName() + ".yaml";
    String file = Files.writeString(temp.resolve(name), experiment).toString();
    String[] sweep = {"sweep", file, "--results", results.toString(), "--workers", "1"};
    ProcessBuilder builder = Shown.process(before, List.of("-Xmx256m"), sweep);
    builder.environment().put("SQUEEZELAB_JAVA", "-Xmx256m");
    more.accept(builder);
    return builder.redirectErrorStream(true).redirectOutput(temp.resolve("said").toFile()).start();
  }

  private static String said() {
    try {
      return Files.readString(temp.resolve("said"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static List<String> limited(String limit) {
    return List.of("sh", "-c", "ulimit " + limit + "; exec \"$@\"", "sh");
  }

  private static List<Outcome> outcomes(Path folder) {
    return TrialLog.read(folder).results().stream().map(Result::outcome).toList();
  }

  /** Of completed trials all that does not depend on time. */
  private static Map<String, String> numbers(Path folder) {
    Map<String, String> numbers = new TreeMap<>();
    for (Result result : TrialLog.read(folder).results()) {
      if (result.outcome().completed() && !result.arm().equals("old")) {
        Epoch last = result.outcome().history().get(0);
        numbers.put(result.id(), result.outcome().metrics() + " " + last.loss());
      }
    }
    return numbers;
  }

  private static List<Path> below(Path folder, String name) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.getFileName().toString().contains(name)).toList();
    }
  }

  private static Optional<Path> faketime() throws IOException {
    try (Stream<Path> systems = Files.list(Path.of("/usr/lib"))) {
      return systems
          .map(one -> one.resolve("faketime/libfaketimeMT.so.1"))
          .filter(Files::exists)
          .findFirst();
    }
  }

  /**
   * By thirty days ahead in the first trial, and by fifty back in the second, each after its first
   * epoch; an epoch takes longer than the second for which a process remembers the file.
   */
  @Test
  @Tag("long") // every look at the clock costs under the library
  void aClockThatJumpsDisturbsNoTrial() throws Exception {
    Optional<Path> library = faketime();
    assumeTrue(library.isPresent(), "libfaketime is not installed");
    Path clock = Files.writeString(temp.resolve("clock"), "+0d");
    Path jumpy = temp.resolve("jumpy");
    Consumer<ProcessBuilder> faked =
        builder ->
            builder
                .environment()
                .putAll(
                    Map.of(
                        "LD_PRELOAD", library.get().toString(),
                        "DONT_FAKE_MONOTONIC", "1",
                        "NO_FAKE_STAT", "1",
                        "FAKETIME_CACHE_DURATION", "1",
                        "FAKETIME_TIMESTAMP_FILE", clock.toString()));
    Process sweep = start(EXPERIMENT, jumpy, List.of(), faked);
    for (String jump : List.of("+30d", "-20d")) {
      int begun = jump.equals("+30d") ? 1 : 2;
      while (trained(jumpy) < begun) {
        assertTrue(sweep.isAlive(), MachineFaultsTest::said);
        Thread.sleep(20);
      }
      Files.writeString(clock, jump);
    }
    assertEquals(0, sweep.waitFor(), MachineFaultsTest::said);
    assertEquals(expected, numbers(jumpy));
    List<Outcome> outcomes = outcomes(jumpy);
    for (Outcome outcome : outcomes) {
      assertTrue(outcome.seconds() > 0 && outcome.seconds() < 3600, outcome.toString());
      double training = outcome.history().get(0).seconds();
      assertTrue(training > 0 && training < 3600, outcome.toString());
      assertEquals(0, outcome.resumed(), "no worker was taken for silent");
    }
    assertEquals(30, days(outcomes.get(0), outcomes.get(1)), 1);
    assertEquals(-50, days(outcomes.get(1), outcomes.get(2)), 1);
  }

  /** Trials that have an epoch behind them. */
  private static long trained(Path folder) throws IOException {
    long trained = 0;
    for (Path log : below(folder.resolve("trials"), "log.txt")) {
      trained += Files.readString(log).contains("epoch 1") ? 1 : 0;
    }
    return trained;
  }

  private static long days(Outcome from, Outcome to) {
    Instant first = Instant.parse(from.provenance().started());
    return Duration.between(first, Instant.parse(to.provenance().started())).toDays();
  }

  /** A checkpoint of this width has more than a megabyte, which is enough for every other file. */
  @Test
  void aDiskThatIsFullForCheckpointsChangesNoNumber() throws Exception {
    Path full = temp.resolve("full");
    String often =
        EXPERIMENT
            .replace("width: 4", "width: 32")
            .replace("seeds: 3", "seeds: 1")
            .replace("run: {", "run: {checkpoint: {epochs: 1}, ");
    Path whole = temp.resolve("whole");
    assertEquals(0, start(often, whole, List.of(), b -> {}).waitFor(), MachineFaultsTest::said);
    Process sweep = start(often, full, limited("-f 2048"), b -> {});
    assertEquals(0, sweep.waitFor(), MachineFaultsTest::said);
    assertEquals(numbers(whole), numbers(full));
    assertEquals(1, numbers(full).size());
    for (Path log : below(full, "log.txt")) {
      assertTrue(Files.readString(log).contains("no checkpoint: "), Files.readString(log));
    }
    assertEquals(List.of(), below(full, "checkpoint-"), "nothing half is left");
    assertFalse(Files.readString(below(whole, "log.txt").get(0)).contains("no checkpoint"));
  }

  /** The log has room for one result and a half. */
  @Test
  void aDiskThatIsFullForResultsEndsTheSweepWhichGoesOnLater() throws Exception {
    long line = Files.size(calm.resolve("trials.jsonl")) / 3;
    Path full = Files.createDirectories(temp.resolve("no-room"));
    Path log = full.resolve("trials.jsonl");
    long old = 0;
    try (TrialLog before = TrialLog.open(full)) {
      for (; Files.size(log) < (1 << 17); old++) {
        before.append(Made.done("old", old, 0.5));
      }
    }
    long blocks = (Files.size(log) + line * 3 / 2) / 512;
    Process sweep = start(EXPERIMENT, full, limited("-f " + blocks), b -> {});
    assertEquals(2, sweep.waitFor(), MachineFaultsTest::said);
    assertTrue(said().contains("squeezelab: cannot store the result of trial "), said());
    assertFalse(said().contains("Exception"), said());
    assertEquals(old + 1, outcomes(full).size());
    assertEquals(0, start(EXPERIMENT, full, List.of(), b -> {}).waitFor(), MachineFaultsTest::said);
    assertEquals(expected, numbers(full));
    assertEquals(old + 3, outcomes(full).size(), "what was stored did not run again");
  }

  /** Between what a step of 1000 images needs and what one of 125 does, by runs without a limit. */
  @Test
  @Tag("long")
  void aStepThatDoesNotFitIsDividedUntilItDoes() throws Exception {
    long whole = peak(LARGE.formatted(0), "whole-batch");
    long parts = peak(LARGE.formatted(125), "parts");
    System.out.printf("1000 images: %d KiB, 125: %d KiB%n", whole, parts);
    assumeTrue(whole > parts + 200_000, "memory of a step is not to be seen here");
    Path tight = temp.resolve("tight");
    String limit = "-v " + (whole + parts) / 2;
    Process sweep = start(LARGE.formatted(0), tight, limited(limit), b -> {});
    assertEquals(0, sweep.waitFor(), MachineFaultsTest::said);
    List<Outcome> outcomes = new ArrayList<>(outcomes(tight));
    Outcome last = outcomes.remove(outcomes.size() - 1);
    assertTrue(last.completed(), last.reason());
    assertTrue(last.microBatch() > 0 && last.microBatch() < 1000, "" + last.microBatch());
    assertFalse(outcomes.isEmpty(), "it fitted at once");
    outcomes.forEach(o -> assertEquals(Outcome.Ending.OUT_OF_MEMORY, o.ending(), o.reason()));
  }

  /** KiB of addresses that a worker has at most, in a sweep without a limit. */
  private static long peak(String experiment, String name) throws Exception {
    Process sweep = start(experiment, temp.resolve(name), List.of(), b -> {});
    long peak = 0;
    while (sweep.isAlive()) {
      peak = Math.max(peak, sweep.children().mapToLong(MachineFaultsTest::peak).max().orElse(0));
      Thread.sleep(20);
    }
    assertEquals(0, sweep.exitValue(), MachineFaultsTest::said);
    return peak;
  }

  private static long peak(ProcessHandle worker) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + worker.pid() + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmPeak:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException gone) {
      return 0;
    }
  }
}
