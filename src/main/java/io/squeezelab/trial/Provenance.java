package io.squeezelab.trial;

import io.squeezelab.engine.Hardware;
import io.squeezelab.engine.Torch;
import io.squeezelab.spec.Default;
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
 * @param files what the images were read from; null where they are stored as pixels, and of a trial
 *     that ended before it read any
 */
public record Provenance(
    String version,
    String engine,
    String device,
    String java,
    String system,
    String started,
    @Default("null") Files files) {

  /**
   * Images in files that are decoded.
   *
   * @param folder name of the set's folder, without the path
   * @param decoder what made pixels of JPEG files: another may round differently
   * @param leftOut files that could not be decoded
   */
  public record Files(String folder, String decoder, int leftOut) {
    /** For tables and pages. */
    @Override
    public String toString() {
      String out =
          leftOut == 0 ? "" : leftOut == 1 ? "1 file left out, " : leftOut + " files left out, ";
      return folder + ", " + out + "decoded by " + decoder;
    }
  }

  /** Of a trial in this process. */
  static Provenance here(Hardware hardware, Instant started, Files files) {
    return here(torch(), hardware.toString(), started, files);
  }

  /** Of a trial whose process did not live to tell; it was on this machine. */
  static Provenance of(String engine, Hardware hardware, Instant started) {
    return here(engine, hardware.toString(), started, null);
  }

  private static Provenance here(String engine, String device, Instant started, Files files) {
    return new Provenance(
        Version.text(),
        engine,
        device,
        System.getProperty("java.version") + " " + System.getProperty("java.vendor"),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        started.truncatedTo(ChronoUnit.SECONDS).toString(),
        files);
  }

  private static String torch() {
    try {
      return Torch.version();
    } catch (RuntimeException | LinkageError e) {
      return "none: " + e.getMessage();
    }
  }
}
