package io.squeezelab.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.analysis.Made;
import io.squeezelab.spec.BadInput;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who looks at a folder takes nothing from who writes there. */
class GlanceTest {
  @TempDir private Path path;

  private String appended() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = System.getProperty("java.class.path");
    Process process =
        new ProcessBuilder(java, "-cp", classes, Appender.class.getName(), path.toString(), "1")
            .redirectErrorStream(true)
            .start();
    return new String(process.getInputStream().readAllBytes()).strip();
  }

  @Test
  void aWriterIsSeenAndStaysTheOnlyOne() throws Exception {
    Glance glance = new Glance(new Folder(path));
    assertFalse(glance.busy());
    try (TrialLog ours = TrialLog.open(path)) {
      ours.append(Made.done("se", 0, 0.5));
      assertTrue(glance.busy());
      TrialLog.read(path);
      assertThrows(BadInput.class, () -> TrialLog.open(path));
      assertTrue(appended().startsWith("another sweep is writing to "));
    }
    assertFalse(glance.busy());
    assertEquals("done", appended());
  }

  @Test
  void theLogGrows() {
    Glance glance = new Glance(new Folder(path));
    assertEquals(0, glance.size());
    try (TrialLog log = TrialLog.open(path)) {
      log.append(Made.done("se", 0, 0.5));
      assertEquals(path.resolve("trials.jsonl").toFile().length(), glance.size());
      assertTrue(Files.exists(path.resolve("trials.jsonl")));
    }
  }
}
