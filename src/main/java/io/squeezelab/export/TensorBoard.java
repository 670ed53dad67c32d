package io.squeezelab.export;

import io.squeezelab.data.Whole;
import io.squeezelab.results.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Event files for TensorBoard, one a trial: {@code ARM/seed-SEED/events.out.tfevents.ID} in a
 * folder. A later attempt, or a trial that took another's place in the experiment, replaces the
 * file.
 */
public record TensorBoard(Path folder) implements Sink {
  private static final String START = "events.out.tfevents.";
  private static final int LONGEST = 100;

  @Override
  public String name() {
    return "TensorBoard in " + folder;
  }

  @Override
  public void put(Exported trial) throws IOException {
    Path file = file(trial.result());
    Whole.write(file, Events.of(trial.result()));
    for (Path other : others(file.getParent(), file)) {
      Files.delete(other);
    }
  }

  /** No event says how a trial counts. */
  @Override
  public void decided(Exported trial) throws IOException {
    if (!Files.exists(file(trial.result()))) {
      put(trial);
    }
  }

  private Path file(Result result) {
    Path run = folder.resolve(directory(result.arm())).resolve("seed-" + result.seed());
    return run.resolve(START + result.id());
  }

  /** Two files of one run would be drawn as one line. */
  private static List<Path> others(Path run, Path file) throws IOException {
    try (Stream<Path> files = Files.list(run)) {
      return files
          .filter(f -> f.getFileName().toString().matches("\\Q" + START + "\\E[0-9a-f]{12}"))
          .filter(f -> !f.equals(file))
          .toList();
    }
  }

  /**
   * A label as the name of a folder on any system; where letters had to go, with a sum of the label
   * behind it, so that different arms have different folders.
   */
  static String directory(String arm) {
    String plain = arm.replaceAll("[^\\p{L}\\p{N} .,=+()\\[\\]_-]", "_").strip();
    plain = plain.replaceAll("^\\.|\\.$", "_");
    plain = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    if (plain.equals(arm)) {
      return arm;
    }
    CRC32 sum = new CRC32();
    sum.update(arm.getBytes(StandardCharsets.UTF_8));
    return plain + "-" + Long.toHexString(sum.getValue());
  }
}
