package io.squeezelab.report;

import io.squeezelab.results.Folder;
import io.squeezelab.results.Result;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The last lines of the logs of trials that did not complete. */
final class LogEnds {
  private static final int LINES = 20;
  private static final int BYTES = 8192;
  private static final int MOST = 100;
  private static final Pattern COLOURS = Pattern.compile("\u001B\\[[0-9;?]*[A-Za-z]");

  private LogEnds() {}

  /** One map for each of the first trials that have a log; the page would grow without bound. */
  static List<Map<String, Object>> of(List<Result> trials, Folder folder) {
    List<Map<String, Object>> ends = new ArrayList<>();
    for (Result trial : trials.subList(0, Math.min(MOST, trials.size()))) {
      String end = end(folder.log(trial.id()));
      if (!end.isBlank()) {
        ends.add(Map.of("arm", trial.arm(), "seed", trial.seed(), "end", end));
      }
    }
    return ends;
  }

  /** How many trials come after those. */
  static int leftOut(List<Result> trials) {
    return Math.max(0, trials.size() - MOST);
  }

  /** Empty where there is no log, or none that can be read. */
  private static String end(Path log) {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      long from = Math.max(0, file.length() - BYTES);
      file.seek(from);
      byte[] bytes = new byte[(int) (file.length() - from)];
      file.readFully(bytes);
      String text = new String(bytes, StandardCharsets.UTF_8);
      List<String> lines = COLOURS.matcher(text).replaceAll("").stripTrailing().lines().toList();
      int first = Math.max(from > 0 ? 1 : 0, lines.size() - LINES);
      return String.join("\n", lines.subList(Math.min(first, lines.size()), lines.size()));
    } catch (IOException none) {
      return "";
    }
  }
}
