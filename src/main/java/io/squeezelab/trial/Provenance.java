package io.squeezelab.trial;

import io.squeezelab.engine.Hardware;
import io.squeezelab.engine.Torch;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Where a number comes from.
 *
 * @param version this project's version, and commit where it runs from a checkout
 * @param engine engine and native library: {@code PyTorch 2.7.1}
 * @param device {@code cpu}, {@code gpu:0}
 * @param java Java version and vendor
 * @param system operating system and architecture: other processors may round differently
 * @param started when, in ISO 8601, UTC
 */
public record Provenance(
    String version, String engine, String device, String java, String system, String started) {

  /** Of a trial in this process. */
  static Provenance here(Hardware hardware, Instant started) {
    return here(torch(), hardware.toString(), started);
  }

  /** Of an attempt that ended before its engine could say anything. */
  static Provenance here(Instant started) {
    return here("unknown", "unknown", started);
  }

  private static Provenance here(String engine, String device, Instant started) {
    return new Provenance(
        Version.text(),
        engine,
        device,
        System.getProperty("java.version") + " " + System.getProperty("java.vendor"),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        started.truncatedTo(ChronoUnit.SECONDS).toString());
  }

  private static String torch() {
    try {
      return Torch.version();
    } catch (RuntimeException | LinkageError e) {
      return "none: " + e.getMessage();
    }
  }
}
