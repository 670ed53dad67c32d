package io.squeezelab.results;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.OperatingSystemMXBean;
import io.squeezelab.analysis.Made;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Print;
import io.squeezelab.spec.Trees;
import io.squeezelab.trial.Outcome.Ending;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The log is whole after whatever happens to it. */
class TrialLogTest {
  private static final Result FIRST = Made.done("sé", 0, 0.91);
  private static final Result SECOND = Made.ended("none", 1, Ending.DIVERGED, "the loss was NaN");

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("trials.jsonl");
  }

  private void append(Result... results) {
    try (TrialLog log = TrialLog.open(folder)) {
      Arrays.stream(results).forEach(log::append);
    }
  }

  private List<Result> read() {
    return TrialLog.read(folder).results();
  }

  private List<String> warnings() {
    return TrialLog.read(folder).warnings();
  }

  private void tear(int bytes) throws IOException {
    byte[] whole = Files.readAllBytes(file());
    Files.write(file(), Arrays.copyOf(whole, whole.length - bytes));
  }

  @Test
  void whatIsAppendedIsRead() {
    append(FIRST);
    append(SECOND);
    assertEquals(List.of(FIRST, SECOND), read());
    assertEquals(List.of(), warnings());
  }

  @Test
  void aFolderWithoutLogHasNoResults() {
    assertEquals(new TrialLog.Contents(List.of(), List.of()), TrialLog.read(folder));
  }

  @Test
  void aTornLineIsNoLineAndTheNextWriterGoesOn() throws IOException {
    append(FIRST, SECOND);
    tear(20);
    assertEquals(List.of(FIRST), read());
    String torn = file() + ":2: the line is torn, as a crash leaves it; it is left out";
    assertEquals(List.of(torn), warnings());
    append(SECOND);
    assertEquals(List.of(FIRST, SECOND), read());
    assertEquals(List.of(), warnings());
  }

  /** The label has a letter of two bytes, and the crash came between them. */
  @Test
  void aTornLetterIsNoReasonToRefuseTheFile() throws IOException {
    append(SECOND);
    byte[] line = Trees.print(Print.tree(FIRST)).getBytes(UTF_8);
    int letter = Trees.print(Print.tree(FIRST)).indexOf('é');
    Files.write(file(), Arrays.copyOf(line, letter + 1), StandardOpenOption.APPEND);
    assertEquals(List.of(SECOND), read());
    append(FIRST);
    assertEquals(List.of(SECOND, FIRST), read());
  }

  /** An editor may leave the line break out; the trial counts as done, so it must not be cut. */
  @Test
  void aWholeLastLineWithoutLineBreakIsKept() throws IOException {
    append(FIRST, SECOND);
    tear(1);
    assertEquals(List.of(FIRST, SECOND), read());
    append(FIRST);
    assertEquals(List.of(FIRST, SECOND, FIRST), read());
  }

  @Test
  void aBrokenLineIsNamedAndTheOthersAreKept() throws IOException {
    append(FIRST, SECOND);
    List<String> lines = Files.readAllLines(file());
    Files.write(file(), List.of(lines.get(0), "{\"id\":", "{\"id\": 3}", lines.get(1)));
    assertEquals(List.of(FIRST, SECOND), read());
    assertEquals(2, warnings().size());
    assertTrue(
        warnings().get(0).startsWith(file() + ":2: the line cannot be read: malformed JSON"));
    assertTrue(
        warnings().get(1).startsWith(file() + ":3: the line cannot be read: id: must be a text"),
        warnings().get(1));
    append(FIRST);
    assertEquals(List.of(FIRST, SECOND, FIRST), read());
  }

  @Test
  void oneWriterAtATime() {
    try (TrialLog first = TrialLog.open(folder)) {
      BadInput refused = assertThrows(BadInput.class, () -> TrialLog.open(folder));
      assertTrue(refused.getMessage().matches(TAKEN.formatted(pid(), folder)), refused::getMessage);
      first.append(FIRST);
    }
    append(SECOND);
    assertEquals(List.of(FIRST, SECOND), read());
  }

  private static final String TAKEN =
      "another sweep is writing to \\Q%2$s\\E \\(process %1$d on \\S+ since 20\\S+Z\\); wait for it,"
          + " or stop it";

  private static long pid() {
    return ProcessHandle.current().pid();
  }

  private static String run(int code, String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    assertEquals(code, process.waitFor(), out);
    return out;
  }

  private static String[] appender(Path folder, int results, String... more) {
    List<String> command =
        new ArrayList<>(
            List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:-UsePerfData",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Appender.class.getName(),
                folder.toString(),
                Integer.toString(results)));
    command.addAll(List.of(more));
    return command.toArray(String[]::new);
  }

  /**
   * Also after this process has read the file, and refused a second writer of its own: closing a
   * file makes a POSIX system forget its locks.
   */
  @Test
  void oneWriterAtATimeInAllProcesses() throws Exception {
    try (TrialLog ours = TrialLog.open(folder)) {
      ours.append(FIRST);
      assertEquals(List.of(FIRST), read());
      assertThrows(BadInput.class, () -> TrialLog.open(folder));
      assertTrue(new Glance(new Folder(folder)).busy());
      String refused = run(2, appender(folder, 1));
      assertTrue(refused.matches(TAKEN.formatted(pid(), folder)), refused);
    }
    assertFalse(new Glance(new Folder(folder)).busy());
    assertEquals("done", run(0, appender(folder, 1)));
    assertEquals(2, read().size());
  }

  @Test
  void anotherPathToTheFolderIsNoWayRoundTheLock() throws Exception {
    Path results = Files.createDirectories(folder.resolve("results"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), results);
    try (TrialLog ours = TrialLog.open(results)) {
      assertThrows(BadInput.class, () -> TrialLog.open(link));
      Path dotted = folder.resolve("link/../results");
      assertThrows(BadInput.class, () -> TrialLog.open(dotted));
      String refused = run(2, appender(link, 1));
      assertTrue(refused.matches(TAKEN.formatted(pid(), link)), refused);
      ours.append(FIRST);
    }
  }

  @Test
  void aDeadWriterLeavesNoLock() throws Exception {
    Process writer = new ProcessBuilder(appender(folder, 1, "stay")).start();
    assertEquals("done", writer.inputReader().readLine());
    assertThrows(BadInput.class, () -> TrialLog.open(folder));
    writer.destroyForcibly().waitFor();
    append(FIRST);
    assertEquals(2, read().size());
  }

  /** A sweep that ends interrupts its threads. */
  @Test
  void anInterruptedThreadStoresItsResult() {
    try (TrialLog log = TrialLog.open(folder)) {
      Thread.currentThread().interrupt();
      log.append(FIRST);
      assertTrue(Thread.interrupted());
      log.append(SECOND);
    }
    assertEquals(List.of(FIRST, SECOND), read());
  }

  @Test
  void aFolderThatIsMovedTakesItsResultsAlongAndTheSweepEnds() throws IOException {
    Path before = Files.createDirectories(folder.resolve("before"));
    Path now = folder.resolve("now");
    try (TrialLog log = TrialLog.open(before)) {
      Files.move(before, now);
      BadInput moved = assertThrows(BadInput.class, () -> log.append(FIRST));
      assertEquals(
          before
              + " was moved or deleted while the sweep ran. Where it is now it has every result so"
              + " far: go on there with --results, or move it back and run the same command again",
          moved.getMessage());
    }
    assertEquals(List.of(FIRST), TrialLog.read(now).results());
    try (TrialLog log = TrialLog.open(now)) {
      log.append(SECOND);
    }
    assertEquals(2, TrialLog.read(now).results().size());
  }

  @Test
  void aCopyMadeWhileASweepRunsIsAResultsFolderOfItsOwn() throws IOException {
    Path copy = Files.createDirectories(folder.resolve("copy"));
    try (TrialLog log = TrialLog.open(folder)) {
      log.append(FIRST);
      Files.copy(file(), copy.resolve("trials.jsonl"));
      Files.copy(folder.resolve(".lock"), copy.resolve(".lock"));
      try (TrialLog other = TrialLog.open(copy)) {
        other.append(SECOND);
      }
    }
    assertEquals(List.of(FIRST), read());
    assertEquals(List.of(FIRST, SECOND), TrialLog.read(copy).results());
  }

  @Test
  void aSweepWhoseLockIsTakenAwayEnds() throws IOException {
    try (TrialLog log = TrialLog.open(folder)) {
      Files.delete(folder.resolve(".lock"));
      BadInput refused = assertThrows(BadInput.class, () -> log.append(FIRST));
      assertTrue(refused.getMessage().startsWith("the lock of " + folder + " was deleted"));
    }
    assertEquals(List.of(FIRST), read());
  }

  /** The kernel lets no file grow beyond 8 blocks of 512 bytes: as a full disk, half-way a line. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskCostsNoResultThatWasStored() throws Exception {
    String line = String.join("' '", appender(folder, 1000));
    String said = run(2, "sh", "-c", "ulimit -f 8; exec '" + line + "'");
    assertTrue(said.startsWith("cannot store the result of trial se-"), said);
    assertTrue(
        said.endsWith("; what was stored before is whole, and the trial will run again"), said);
    assertTrue(said.contains("File too large"), said);
    List<Result> stored = read();
    assertTrue(stored.size() >= 3 && stored.size() < 1000, stored.size() + " results");
    assertEquals(List.of(), warnings());
    assertEquals('\n', Files.readString(file()).charAt((int) Files.size(file()) - 1));
    append(SECOND);
    assertEquals(stored.size() + 1, read().size());
  }

  /** Not even root may create files below /sys. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aFolderThatCannotBeWrittenIsNamed() {
    Path folder = Path.of("/sys/kernel");
    String message = assertThrows(BadInput.class, () -> TrialLog.open(folder)).getMessage();
    assertTrue(
        message.matches(
            "cannot write /sys/kernel/trials.jsonl: (permission denied|Read-only file system)"),
        message);
  }

  @Test
  void aFileIsNoResultsFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    String message = assertThrows(BadInput.class, () -> TrialLog.read(file)).getMessage();
    assertEquals(file + " is a file; results are kept in a folder", message);
  }

  /**
   * Ten thousand results: as many as 100 arms of 100 seeds give, with 30 epochs each. Time of the
   * processor, since the machine may have more to do.
   */
  @Test
  void tenThousandLinesAreReadWhileOneWaits() throws IOException {
    Result result = Made.sweep(List.of("se"), 1).results().get(0);
    String line = Trees.print(Print.tree(result)) + "\n";
    Files.writeString(file(), line.repeat(10_000));
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long start = system.getProcessCpuTime();
    List<Result> read = read();
    Duration took = Duration.ofNanos(system.getProcessCpuTime() - start);
    assertEquals(10_000, read.size());
    assertEquals(result, read.get(9_999));
    System.out.println(
        "10,000 lines: "
            + Files.size(file()) / 1e6
            + " MB, "
            + took.toMillis()
            + " ms of processor");
    assertTrue(took.toSeconds() < 10, took + " is no reading any more");
  }
}
