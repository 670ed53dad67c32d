package io.squeezelab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.analysis.Summary;
import io.squeezelab.spec.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A kernel that is interrupted interrupts the thread on which a cell sweeps. */
@Tag("engine")
class InterruptTest {
  private static final String EXPERIMENT =
      """
      name: interrupted
      trial:
        data: fashion-mnist-mini
        backbone: {type: resnet-cifar, depth: 8, width: 8}
        attention: se
        train: {epochs: %d, batch: 64, rate: {type: constant, base: 0.05}}
      seeds: 1
      """;

  @TempDir private Path temp;

  private Results sweep(String name, int epochs) {
    return Lab.sweep(EXPERIMENT.formatted(epochs), "--results", temp.resolve(name).toString());
  }

  @Test
  @Timeout(120)
  void theSweepIsPutDownAndGoesOnInTheNextCell() throws Exception {
    Thread cell = new Thread(() -> assertThrows(BadInput.class, () -> sweep("long", 500)));
    cell.start();
    Path trials = temp.resolve("long/trials");
    while (!log(trials).contains("epoch 1:")) {
      Thread.sleep(20);
    }
    cell.interrupt();
    Results next = sweep("short", 1); // waits for its turn
    cell.join();
    assertEquals(1, Summary.of(next.study()).completed());
    Results longer = Lab.results(temp.resolve("long").toString());
    assertEquals(0, Summary.of(longer.study()).completed(), "500 epochs have ended");
    assertTrue(files(trials).size() > 1, "nothing to go on from");
  }

  private static List<Path> files(Path trials) throws IOException {
    try (Stream<Path> files = Files.isDirectory(trials) ? Files.walk(trials) : Stream.empty()) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static String log(Path trials) throws IOException {
    List<Path> files = files(trials);
    return files.isEmpty() ? "" : Files.readString(files.get(0));
  }
}
