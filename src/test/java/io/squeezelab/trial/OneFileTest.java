package io.squeezelab.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.spec.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of a sweep, named without the id of its trial. */
class OneFileTest {
  private static final String KEPT = "trials/*/weights.safetensors";
  @TempDir private Path folder;

  private Path kept(String id) throws IOException {
    Path trial = Files.createDirectories(folder.resolve("trials").resolve(id));
    return Files.createFile(trial.resolve("weights.safetensors"));
  }

  @Test
  void aStarStandsForTheTrial() throws IOException {
    Path only = kept("0123456789ab");
    assertEquals(only, OneFile.of(folder, KEPT));
  }

  @Test
  void twoAreRefusedByName() throws IOException {
    kept("a");
    kept("b");
    Problem refusal = assertThrows(Problem.class, () -> OneFile.of(folder, KEPT));
    assertTrue(refusal.getMessage().matches("(?s).*several: .*/a/.*/b/.*"), refusal.getMessage());
  }

  @Test
  void noneIsRefused() {
    Problem refusal = assertThrows(Problem.class, () -> OneFile.of(folder, KEPT));
    assertTrue(refusal.getMessage().endsWith("means no file"), refusal.getMessage());
  }

  @Test
  void withoutAStarAPathIsAPath() {
    assertEquals(
        folder.resolve("w.safetensors"), OneFile.of(folder.resolve("x"), "../w.safetensors"));
  }
}
