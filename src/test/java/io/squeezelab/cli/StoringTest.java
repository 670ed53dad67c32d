package io.squeezelab.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.analysis.Made;
import io.squeezelab.export.Exports;
import io.squeezelab.live.Live;
import io.squeezelab.live.Plan;
import io.squeezelab.results.Folder;
import io.squeezelab.results.TrialLog;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Bind;
import io.squeezelab.sweep.Job;
import io.squeezelab.trial.Trial;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In which order a trial's end is stored and its checkpoints go. */
class StoringTest {
  private static final Trial TRIAL =
      Bind.inline(
          Trial.class,
          "{data: cifar10, backbone: {type: resnet-cifar, depth: 8}, seed: 3,"
              + " train: {epochs: 10, batch: 256, rate: {type: constant, base: 0.1}}}");
  private static final Job JOB = new Job("a", "eca", TRIAL, 1);

  @TempDir private Path temp;
  private Folder folder;
  private Path checkpoint;

  @BeforeEach
  void write() throws IOException {
    folder = new Folder(temp.resolve("own"));
    checkpoint = folder.log("a").resolveSibling("checkpoint-100.safetensors");
    Files.createDirectories(checkpoint.getParent());
    Files.writeString(checkpoint, "state");
  }

  private void finish(TrialLog log) {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Exports none = new Exports(List.of(), line -> {});
    try (Live live = new Live(new Plan("made", 1, List.of("cpu")), temp, nowhere)) {
      new Storing(folder, log, none, live).finished(0, JOB, Made.done("eca", 3, 0.5).outcome());
    }
  }

  @Test
  void checkpointsGoOnceTheResultIsStored() {
    try (TrialLog log = folder.open()) {
      finish(log);
    }
    assertFalse(Files.exists(checkpoint));
  }

  /** A log in a folder that has been moved away refuses results. */
  @Test
  void checkpointsStayWhereTheResultCannotBeStored() throws IOException {
    Path other = temp.resolve("other");
    Files.createDirectories(other);
    try (TrialLog log = TrialLog.open(other)) {
      Files.move(other, temp.resolve("moved"));
      assertThrows(BadInput.class, () -> finish(log));
    }
    assertTrue(Files.exists(checkpoint));
  }
}
