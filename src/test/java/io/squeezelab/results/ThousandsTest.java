package io.squeezelab.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.OperatingSystemMXBean;
import io.squeezelab.analysis.Made;
import io.squeezelab.experiment.Experiment;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand trials; times are the processor's, since the machine may have more to do. */
class ThousandsTest {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  @TempDir private static Path temp;
  private static Experiment experiment;

  @BeforeAll
  static void write() throws IOException {
    experiment = Thousands.write(temp.resolve("e.yaml"), temp.resolve("all"));
  }

  private interface Work {
    void run() throws IOException;
  }

  private static double seconds(String what, Work work) throws IOException {
    long start = SYSTEM.getProcessCpuTime();
    work.run();
    double took = (SYSTEM.getProcessCpuTime() - start) / 1e9;
    System.out.printf("%s: %.2f s of processor%n", what, took);
    return took;
  }

  private static long missing(Path folder) {
    Set<String> stored =
        TrialLog.read(folder).results().stream().map(Result::id).collect(Collectors.toSet());
    return experiment.trials().stream().filter(p -> !stored.contains(p.trial().id())).count();
  }

  @Test
  void whatIsMissingIsKnownAtOnce() throws IOException {
    Path some = Files.createDirectories(temp.resolve("some"));
    List<String> lines = Files.readAllLines(temp.resolve("all/trials.jsonl"));
    Files.write(some.resolve("trials.jsonl"), lines.subList(7, lines.size()));
    double took = seconds("what is missing", () -> assertEquals(7, missing(some)));
    assertTrue(took < 8, took + " s");
    assertEquals(0, missing(temp.resolve("all")));
  }

  @Test
  void appendingDoesNotGrowWithTheLog() throws IOException {
    Path empty = Files.createDirectories(temp.resolve("empty"));
    Result result = Made.sweep(List.of("se"), 1).results().get(0);
    append(empty, result); // warm
    double first = seconds("1000 behind few", () -> append(empty, result));
    double later = seconds("1000 behind 10,000", () -> append(temp.resolve("all"), result));
    assertTrue(later < 3 * first + 0.1, first + " s, then " + later + " s");
    assertTrue(later < 5, "200 a second at least; took " + later + " s");
  }

  private static void append(Path folder, Result result) {
    try (TrialLog log = TrialLog.open(folder)) {
      for (int i = 0; i < 1000; i++) {
        log.append(result);
      }
    }
  }
}
