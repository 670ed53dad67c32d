package io.squeezelab.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Micro-batches save memory: measured in processes of their own. */
@Tag("engine")
class MicroBatchMemoryTest {
  private static final String NETWORK =
      "{label: a, backbone: {type: resnet-cifar, depth: 8, width: 16}, attention: se,"
          + " placement: {}, input: 3x32x32, classes: 10}";

  /** Activations of 128 images are most of what a step needs; of 16, an eighth of that. */
  @Test
  void aStepInEightPartsNeedsLessThanHalf() throws IOException {
    long whole = bytes("0");
    long parts = bytes("16");
    assumeTrue(whole > 0 && parts > 0, "this system does not tell");
    assertTrue(parts < whole / 2, parts + " of " + whole + " bytes");
  }

  private static long bytes(String microBatch) throws IOException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "memory",
                NETWORK,
                "--batch=128",
                "--threads=1",
                "--micro-batch=" + microBatch)
            .redirectErrorStream(true)
            .start();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
      List<String> said = lines.lines().filter(line -> line.startsWith("memory: ")).toList();
      return said.isEmpty() ? 0 : Long.parseLong(said.get(0).substring("memory: ".length()));
    }
  }
}
