package io.squeezelab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.results.Result;
import io.squeezelab.results.TrialLog;
import io.squeezelab.train.Epoch;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A sweep of 40 trials, killed twenty times at random moments: a worker, the sweep itself, or all
 * of it. What is stored in the end is what an undisturbed sweep stores, to the bit.
 */
@Tag("engine")
@Tag("long")
@EnabledOnOs({OS.LINUX, OS.MAC})
class KilledAtRandomTest {
  private static final int KILLS = 20;
  private static final int TRIALS = 40;
  private static final long LONGEST = 4_000;
  private static final String EXPERIMENT =
      """
      name: forty
      trial:
        data: {type: fashion-mnist-mini, validation: 4000, augment: {crop: 2, flip: true}}
        backbone: {type: resnet-cifar, depth: 8, width: 4}
        attention: {excite: {type: bottleneck, reduction: 2}}
        train: {epochs: 3, batch: 64, rate: {type: cosine, base: 0.1}, select: best}
      axes:
        attention.squeeze: [avg, max]
        attention.gate: [sigmoid, tanh]
      seeds: 10
      run: {checkpoint: {epochs: 1}, retry: {failed: 0}}
      """;

  @TempDir private static Path temp;

  /** Whom a kill meets. */
  private enum Victim {
    WORKER,
    PARENT,
    ALL
  }

  @Test
  void theNumbersAreThoseOfAnUndisturbedSweep() throws Exception {
    Path file = Files.writeString(temp.resolve("forty.yaml"), EXPERIMENT);
    Path calm = temp.resolve("calm");
    Path killed = temp.resolve("killed");
    assertEquals(0, start(file, calm).waitFor(), () -> said(calm));
    SplittableRandom random = new SplittableRandom(1);
    int kills = 0;
    Process sweep = start(file, killed);
    while (kills < KILLS) {
      if (sweep.waitFor(300 + random.nextLong(LONGEST), TimeUnit.MILLISECONDS)) {
        sweep = start(file, killed, "--retry"); // over, or killed
        continue;
      }
      kill(sweep, Victim.values()[random.nextInt(3)]);
      kills++;
    }
    for (int again = 0; sweep.waitFor() != 0 && again < 5; again++) {
      sweep = start(file, killed, "--retry");
    }
    assertEquals(0, sweep.exitValue(), () -> said(killed));
    System.out.printf(
        "%d kills; %d lines, %d of them completed%n",
        kills, stored(killed).size(), completed(killed).size());
    assertEquals(TRIALS, completed(killed).size(), "each trial completes once");
    assertEquals(numbers(calm), numbers(killed));
  }

  private static void kill(Process sweep, Victim victim) {
    List<ProcessHandle> workers = sweep.descendants().toList();
    if (victim != Victim.PARENT) {
      long most = victim == Victim.ALL ? workers.size() : 1;
      workers.stream().limit(most).forEach(ProcessHandle::destroyForcibly);
    }
    if (victim != Victim.WORKER) {
      sweep.destroyForcibly();
      assertTrue(sweep.onExit().isDone() || sweep.onExit().join() != null);
    }
  }

  private static Process start(Path file, Path results, String... more) throws IOException {
    String[] always = {"sweep", file.toString(), "--results", results.toString(), "--workers", "2"};
    String[] all = Stream.concat(Stream.of(always), Stream.of(more)).toArray(String[]::new);
    return Shown.process(List.of(), List.of(), all)
        .redirectErrorStream(true)
        .redirectOutput(log())
        .start();
  }

  private static File log() {
    return temp.resolve("last.log").toFile();
  }

  /** What a sweep that ended otherwise said, and what became of its trials. */
  private static String said(Path folder) {
    List<String> endings =
        stored(folder).stream()
            .filter(result -> !result.outcome().completed())
            .map(result -> result.id() + " " + result.outcome().reason())
            .toList();
    try {
      return endings + "\n" + Files.readString(log().toPath());
    } catch (IOException e) {
      return endings + "\n" + e;
    }
  }

  private static List<Result> stored(Path folder) {
    return TrialLog.read(folder).results();
  }

  private static List<Result> completed(Path folder) {
    return stored(folder).stream().filter(result -> result.outcome().completed()).toList();
  }

  /** Metrics and epochs by trial, without times. */
  private static Map<String, String> numbers(Path folder) {
    Map<String, String> numbers = new TreeMap<>();
    for (Result result : completed(folder)) {
      List<Epoch> timeless = Sameness.timeless(result.outcome().history());
      numbers.put(result.id(), result.outcome().metrics() + " " + timeless);
    }
    return numbers;
  }
}
