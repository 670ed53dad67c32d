package io.squeezelab.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.analysis.Made;
import io.squeezelab.results.Folder;
import io.squeezelab.results.GateFile;
import io.squeezelab.results.Result;
import io.squeezelab.results.TrialLog;
import io.squeezelab.spec.Trees;
import io.squeezelab.train.Gates;
import io.squeezelab.train.Metrics;
import io.squeezelab.trial.Outcome.Ending;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Sweeps with real workers, undisturbed and disturbed: what is stored in the end is the same. The
 * trials are as small as trials can be; their folder has a space in its name.
 */
@Tag("engine")
@EnabledOnOs({OS.LINUX, OS.MAC})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SweepCommandTest {
  private static final String EXPERIMENT =
      """
      name: tiny
      trial:
        data: {type: fashion-mnist-mini, validation: 5000}
        backbone: {type: resnet-cifar, depth: 8, width: 4}
        attention: {excite: {type: bottleneck, reduction: 2}}
        train: {epochs: 1, batch: 256, rate: {type: constant, base: 0.1}}
      axes: {attention.gate: [sigmoid, tanh]}
      seeds: 2
      """;

  @TempDir private static Path temp;
  private static Path file;
  private static Path whole;
  private static Shown undisturbed;
  private static Map<String, Metrics> expected;

  @BeforeAll
  static void sweepUndisturbed() throws IOException {
    Path folder = Files.createDirectories(temp.resolve("a folder"));
    file = Files.writeString(folder.resolve("tiny plan.yaml"), EXPERIMENT);
    whole = folder.resolve("whole");
    undisturbed = sweep(whole, "--workers", "2");
    expected = metrics(whole);
  }

  private static String[] arguments(Path results, String... more) {
    List<String> first = List.of("sweep", file.toString(), "--results", results.toString());
    return Stream.concat(first.stream(), Stream.of(more)).toArray(String[]::new);
  }

  private static Shown sweep(Path results, String... more) {
    return Shown.of(arguments(results, more));
  }

  private static List<Result> results(Path folder) {
    TrialLog.Contents contents = TrialLog.read(folder);
    assertEquals(List.of(), contents.warnings());
    return contents.results();
  }

  private static Map<String, Metrics> metrics(Path folder) {
    Map<String, Metrics> metrics = new TreeMap<>();
    results(folder).forEach(result -> metrics.put(result.id(), result.outcome().metrics()));
    return metrics;
  }

  private static List<Ending> endings(Path folder) {
    return results(folder).stream().map(result -> result.outcome().ending()).toList();
  }

  /** A sweep in a process group of its own, in which a signal reaches nobody else. */
  private static Process start(Path results, String... more) throws IOException {
    List<String> group = List.of("setsid", "env", "--default-signal=INT,HUP,TERM");
    ProcessBuilder builder = Shown.process(group, List.of(), arguments(results, more));
    return builder.redirectErrorStream(true).redirectOutput(log()).start();
  }

  private static File log() {
    return temp.resolve("last.log").toFile();
  }

  /** How many trials were begun in a folder; each has its log from the first moment. */
  private static long begun(Path results) throws IOException {
    Path trials = results.resolve("trials");
    if (!Files.exists(trials)) {
      return 0;
    }
    long attempts = 0;
    try (Stream<Path> logs = Files.walk(trials)) {
      for (Path log : logs.filter(Files::isRegularFile).toList()) {
        attempts += Files.readAllLines(log).stream().filter(l -> l.startsWith("Attempt")).count();
      }
    }
    return attempts;
  }

  private static void awaitTrial(Path results, long before, Process sweep) throws Exception {
    long deadline = System.nanoTime() + 60_000_000_000L;
    while (begun(results) == before) {
      assertTrue(sweep.isAlive(), () -> "the sweep ended: " + said());
      assertTrue(System.nanoTime() < deadline, "no trial in a minute");
      Thread.sleep(10);
    }
  }

  private static String said() {
    try {
      return Files.readString(log().toPath());
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static void kill(String signal, boolean group, long pid) throws Exception {
    String target = (group ? "-" : "") + pid;
    int code = new ProcessBuilder("kill", "-s", signal, "--", target).start().waitFor();
    assertEquals(0, code);
  }

  @Test
  @Order(1)
  void aSweepRunsEveryTrialAndReports() {
    assertEquals(0, undisturbed.code(), undisturbed.err());
    assertEquals(4, expected.size());
    assertEquals(4, results(whole).stream().filter(r -> r.outcome().completed()).count());
    assertTrue(undisturbed.err().contains("[4/4]"), undisturbed.err());
    assertTrue(undisturbed.out().contains("Report: " + whole.resolve("report.html")));
    assertTrue(Files.exists(whole.resolve("report.html")));
  }

  @Test
  @Order(2)
  void aFinishedSweepHasNothingToDo() throws IOException {
    byte[] before = Files.readAllBytes(whole.resolve("trials.jsonl"));
    Shown again = sweep(whole);
    assertEquals(0, again.code());
    assertTrue(
        again.out().startsWith("nothing to do: 2 arms, 2 seeds each: 4 trials"), again.out());
    assertEquals(new String(before, UTF_8), Files.readString(whole.resolve("trials.jsonl")));
  }

  /** Two trials in this process, then the rest on one worker. */
  @Test
  @Order(3)
  void theNumbersDependNeitherOnTheWorkersNorOnPauses() {
    Path parts = temp.resolve("parts");
    Shown first = sweep(parts, "--workers", "0", "--max-trials", "2");
    assertEquals(0, first.code(), first.err());
    assertEquals(2, results(parts).size());
    Shown second = sweep(parts, "--workers", "1");
    assertTrue(second.err().startsWith("[1/2]"), second.err());
    assertEquals(4, results(parts).size());
    assertEquals(expected, metrics(parts));
  }

  @Test
  @Order(4)
  void aTrialRunAgainGivesTheSameNumbers() {
    String id = results(whole).get(1).id();
    Shown shown = Shown.of("trial", whole.toString(), id.substring(0, 6), "--json");
    assertEquals(0, shown.code(), shown.err());
    JsonNode tree = Trees.json(shown.out());
    assertTrue(tree.get("same").booleanValue());
    assertEquals(id, tree.get("id").asText());
  }

  @Test
  @Order(4)
  void anUnknownTrialIsAnsweredShortly() {
    Shown shown = Shown.of("trial", whole.toString(), "zzz");
    assertEquals(2, shown.code());
    assertEquals(
        "squeezelab: " + whole + " has 4 trials, none with the id zzz; trials.csv lists them",
        shown.err().strip());
  }

  @Test
  @Order(4)
  void aDeviceThatIsNotThereFailsNoTrial() {
    Path none = temp.resolve("none");
    Shown shown = sweep(none, "--device", "gpu:99");
    assertEquals(2, shown.code());
    assertTrue(shown.err().contains("device gpu:99 cannot be used: "), shown.err());
    assertEquals(List.of(), results(none));
  }

  @Test
  @Order(5)
  void freshPutsTheResultsAside() throws IOException {
    Path twice = temp.resolve("twice");
    try (TrialLog log = TrialLog.open(Files.createDirectories(twice))) {
      log.append(Made.done("old", 0, 0.5));
    }
    Shown shown = sweep(twice, "--fresh", "--max-trials", "1");
    assertEquals(0, shown.code(), shown.err());
    String aside = shown.out().lines().findFirst().orElseThrow();
    assertTrue(aside.startsWith("The results so far are in " + twice + "."), aside);
    assertEquals("old", results(Path.of(aside.substring(26))).get(0).arm());
    assertEquals(1, results(twice).size());
  }

  /** Every training loss is finite here, but the weights that they leave behind are not. */
  @Test
  @Order(5)
  void aTrialThatDivergesIsAnOutcomeAndTheSweepGoesOn() throws IOException {
    Path apart = temp.resolve("apart");
    String text =
        EXPERIMENT
            .replace("attention.gate: [sigmoid, tanh]", "train.rate.base: [1.0e9, 0.1]")
            .replace("seeds: 2", "seeds: 1");
    Path diverging = Files.writeString(temp.resolve("diverging.yaml"), text);
    Shown shown =
        Shown.of("sweep", diverging.toString(), "--results", apart.toString(), "--workers", "1");
    assertEquals(List.of(Ending.DIVERGED, Ending.COMPLETED), endings(apart));
    assertEquals(1, shown.code());
    String last = shown.out().lines().reduce((a, b) -> b).orElseThrow();
    assertTrue(
        last.matches(
            "diverged: base=1.0E9, seed 0: the validation loss was NaN in epoch 1; see .*"),
        last);
  }

  /** Kills the worker over its first trial, and waits for the sweep's end. */
  private static int killedOnce(Process sweep, Path results) throws Exception {
    awaitTrial(results, 0, sweep);
    ProcessHandle worker = sweep.toHandle().children().findFirst().orElseThrow();
    kill("KILL", false, worker.pid());
    return sweep.waitFor();
  }

  @Test
  @Order(6)
  void aKilledWorkerCostsOneAttemptOfItsTrial() throws Exception {
    Path killed = temp.resolve("killed");
    Process sweep = start(killed, "--workers", "1", "--max-trials", "2");
    assertEquals(0, killedOnce(sweep, killed), SweepCommandTest::said);
    assertEquals(List.of(Ending.FAILED, Ending.COMPLETED, Ending.COMPLETED), endings(killed));
    List<Result> results = results(killed);
    assertTrue(results.get(0).outcome().reason().startsWith("the worker process ended with"));
    assertEquals(results.get(0).id(), results.get(1).id());
    assertEquals(2, results.get(1).attempt());
    assertEquals(
        expected.get(results.get(0).id()), results.get(1).outcome().metrics(), "the same numbers");
  }

  @Test
  @Order(6)
  void whatFailedRunsAgainWhereverItsFolderIsNow() throws Exception {
    Path once = temp.resolve("once");
    Path strict =
        Files.writeString(temp.resolve("s.yaml"), EXPERIMENT + "run: {retry: {failed: 0}}");
    Process sweep =
        Shown.process(
                List.of("setsid"),
                List.of(),
                "sweep",
                strict.toString(),
                "--results",
                once.toString(),
                "--workers",
                "1",
                "--max-trials",
                "2")
            .redirectErrorStream(true)
            .redirectOutput(log())
            .start();
    assertEquals(1, killedOnce(sweep, once), SweepCommandTest::said);
    assertEquals(List.of(Ending.FAILED, Ending.COMPLETED), endings(once));
    assertTrue(said().contains("failed: sigmoid, seed 0: the worker process ended"), said());
    assertTrue(
        said().contains("--max-trials 2 is reached with 2 trials left; run the same"), said());

    Path moved = Files.move(once, temp.resolve("moved"));
    Shown none = Shown.of("retry", moved.toString(), "--only", "diverged,timed-out");
    assertEquals(0, none.code(), none.err());
    assertEquals("nothing to do: no trial ended as diverged or timed-out (1 failed)\n", none.out());
    assertEquals(2, results(moved).size());
    Shown retried = Shown.of("retry", moved.toString(), "--only", "failed", "--workers", "0");
    assertEquals(0, retried.code(), retried.err());
    assertEquals(3, results(moved).size(), "what is missing is left to a sweep");
    assertTrue(retried.out().endsWith("2 trials: 2 completed.\n"), retried.out());
  }

  /** What a terminal, a shell and a batch system do, one after another, to one sweep. */
  @ParameterizedTest
  @CsvSource({
    "INT, true, 3",
    "INT, false, 3",
    "HUP, true, 3",
    "TERM, false, 3",
    "KILL, true, 137",
    "KILL, false, 137"
  })
  @Order(7)
  @EnabledOnOs(OS.LINUX)
  void aSignalFailsNoTrial(String signal, boolean group, int code) throws Exception {
    Path stopped = temp.resolve("stopped");
    Process sweep = start(stopped, "--workers", "2");
    awaitTrial(stopped, begun(stopped), sweep);
    List<ProcessHandle> workers = sweep.toHandle().children().toList();
    kill(signal, group, sweep.pid());
    assertEquals(code, sweep.waitFor(), SweepCommandTest::said);
    assertEquals(code == 3, said().contains("squeezelab: stopped; run the same command again"));
    assertFalse(said().contains("mistake in squeezelab"), SweepCommandTest::said);
    assertTrue(endings(stopped).stream().allMatch(Ending.COMPLETED::equals), "recorded as failed");
    for (ProcessHandle worker : workers) {
      worker.onExit().get(10, TimeUnit.SECONDS);
    }
  }

  /** With a bar on a terminal, as people see it; {@code script} is the terminal. */
  @Test
  @Order(7)
  @EnabledOnOs(OS.LINUX)
  void controlCInATerminalFailsNoTrial() throws Exception {
    assumeTrue(Files.exists(Path.of("/usr/bin/script")), "needs script, of util-linux");
    Path stopped = temp.resolve("stopped");
    List<String> heeding = List.of("env", "--default-signal=INT"); // also where tests run unheeding
    List<String> command =
        Shown.process(heeding, List.of(), arguments(stopped, "--workers", "2")).command();
    Path line = temp.resolve("line.sh");
    Files.writeString(line, "exec '" + String.join("' '", command) + "'\n");
    Process sweep =
        // exec: some shells would wait for the sweep, and end with the signal themselves.
        new ProcessBuilder("script", "-qec", "exec sh " + line, "/dev/null")
            .redirectErrorStream(true)
            .redirectOutput(log())
            .start();
    awaitTrial(stopped, begun(stopped), sweep);
    sweep.getOutputStream().write(3); // what the keys Ctrl and C send
    sweep.getOutputStream().flush();
    assertEquals(3, sweep.waitFor(), SweepCommandTest::said);
    assertTrue(said().contains("running for "), "no table was shown");
    assertTrue(said().contains("squeezelab: stopped; run the same command again"));
    assertTrue(endings(stopped).stream().allMatch(Ending.COMPLETED::equals), "recorded as failed");
  }

  @Test
  @Order(8)
  @EnabledOnOs(OS.LINUX)
  void aSweepThatWasStoppedAgainAndAgainGivesTheNumbersOfAnUndisturbedOne() {
    Path stopped = temp.resolve("stopped");
    Shown shown = sweep(stopped, "--workers", "2");
    assertEquals(0, shown.code(), shown.err());
    assertEquals(expected, metrics(stopped));
    assertEquals(4, results(stopped).size());
  }

  /** The log is filled up to the kernel's limit for a file, so that the first result fails. */
  @Test
  @Order(9)
  @EnabledOnOs(OS.LINUX)
  void aFullDiskStopsTheSweepAndLosesNothing() throws Exception {
    Path full = Files.createDirectories(temp.resolve("full"));
    Path log = full.resolve("trials.jsonl");
    try (TrialLog before = TrialLog.open(full)) {
      for (int seed = 0; Files.size(log) < 31 * 512; seed++) {
        before.append(Made.done("old", seed, 0.5));
      }
    }
    long stored = results(full).size();
    long blocks = Files.size(log) / 512 + 1;
    List<String> limited = List.of("sh", "-c", "ulimit -f " + blocks + "; exec \"$@\"", "sh");
    Process sweep =
        Shown.process(limited, List.of(), arguments(full, "--workers", "0"))
            .redirectErrorStream(true)
            .redirectOutput(log())
            .start();
    assertEquals(2, sweep.waitFor(), SweepCommandTest::said);
    assertTrue(said().contains("squeezelab: cannot store the result of trial "), said());
    assertTrue(said().contains("what was stored before is whole"), said());
    assertFalse(said().contains("Exception"), said());
    assertEquals(stored, results(full).size());
    assertNotEquals(0, stored);
  }

  /** Two trials recorded on a worker, the other two in this process. */
  @Test
  @Order(10)
  void recordingGatesChangesNoNumber() throws IOException {
    Path recorded = temp.resolve("recorded");
    Shown first = sweep(recorded, "--gates", "--workers", "1", "--max-trials", "2");
    assertEquals(0, first.code(), first.err());
    Shown second = sweep(recorded, "--gates", "--workers", "0");
    assertEquals(0, second.code(), second.err());
    assertEquals(expected, metrics(recorded));
    for (String id : expected.keySet()) {
      Gates gates = GateFile.read(new Folder(recorded), id).orElseThrow();
      assertEquals(Gates.Split.VALIDATION, gates.split());
      assertEquals(Collections.nCopies(10, 500), gates.images());
      assertEquals(
          List.of("layer1.0.attention", "layer2.0.attention", "layer3.0.attention"),
          gates.places().stream().map(Gates.Place::place).toList());
    }
    assertFalse(second.err().contains("without gates.json"), second.err());
    assertTrue(
        Files.readString(recorded.resolve("report.html")).contains("Role of the excitation"));
  }

  @Test
  @Order(11)
  void aStoredTrialCanBeRecordedLater() throws IOException {
    Shown hint = sweep(whole, "--gates");
    assertEquals(0, hint.code(), hint.err());
    assertTrue(hint.out().startsWith("nothing to do"), hint.out());
    String id =
        results(whole).stream()
            .map(Result::id)
            .filter(hint.err()::contains)
            .findFirst()
            .orElseThrow();
    assertEquals(
        "squeezelab: 4 completed trials here without gates.json; this runs one again and records"
            + " it: squeezelab trial "
            + whole
            + " "
            + id
            + " --gates",
        hint.err().strip());
    Shown shown = Shown.of("trial", whole.toString(), id, "--gates");
    assertEquals(0, shown.code(), shown.err());
    Path file = new Folder(whole).gates(id);
    assertTrue(shown.err().contains("Gates: " + file), shown.err());
    assertEquals(
        Files.readString(new Folder(temp.resolve("recorded")).gates(id)), Files.readString(file));
  }

  /** Their weights are not the ones that the stored numbers are of. */
  @Test
  @Order(11)
  void gatesOfOtherNumbersAreNotStored() throws IOException {
    Path other = Files.createDirectories(temp.resolve("other"));
    Result first = results(whole).get(0);
    String line = Files.readString(whole.resolve("trials.jsonl")).lines().findFirst().orElseThrow();
    String changed = line.replaceFirst("\"top1\":0[.0-9]*", "\"top1\":0.125");
    Files.copy(whole.resolve("experiment.yaml"), other.resolve("experiment.yaml"));
    Files.writeString(other.resolve("trials.jsonl"), changed + "\n");
    Shown shown = Shown.of("trial", other.toString(), first.id(), "--gates");
    assertEquals(1, shown.code());
    Path file = new Folder(other).gates(first.id());
    assertTrue(
        shown
            .err()
            .contains(
                "squeezelab: "
                    + file
                    + " is not written: its numbers would not be of the stored trial"),
        shown.err());
    assertFalse(Files.exists(file));
  }
}
