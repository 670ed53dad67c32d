package io.squeezelab.results;

import io.squeezelab.spec.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The lines of a log as they lie in memory. They are read by all cores: a long sweep has fifty
 * megabytes of them.
 */
final class Lines {
  private final Path file;
  private final byte[] text;

  /** A line: its bytes without the line break, and its number from 1. */
  private record Line(int from, int length, int number, boolean last) {}

  /** What a line holds: a result, or what is wrong with it; neither where it is blank. */
  private record Read(Result result, String warning) {}

  private Lines(Path file, byte[] text) {
    this.file = file;
    this.text = text;
  }

  /** All that is in a log; nothing where there is none. */
  static TrialLog.Contents read(Path file) {
    List<Read> read = new Lines(file, bytes(file)).read();
    return new TrialLog.Contents(
        read.stream().map(Read::result).filter(Objects::nonNull).toList(),
        read.stream().map(Read::warning).filter(Objects::nonNull).toList());
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException none) {
      return new byte[0];
    } catch (IOException e) {
      throw new BadInput("cannot read " + file + ": " + BadInput.reason(e), e);
    }
  }

  private List<Read> read() {
    List<Line> lines = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= text.length; i++) {
      if (i == text.length || text[i] == '\n') {
        lines.add(new Line(from, i - from, lines.size() + 1, i == text.length));
        from = i + 1;
      }
    }
    return lines.parallelStream().map(this::read).toList();
  }

  private Read read(Line line) {
    if (blank(line)) {
      return new Read(null, null);
    }
    try {
      return new Read(Result.parse(text, line.from, line.length), null);
    } catch (BadInput broken) {
      String what =
          line.last ? "is torn, as a crash leaves it" : "cannot be read: " + broken.getMessage();
      String where = file + ":" + line.number;
      return new Read(null, where + ": the line " + what + "; it is left out");
    }
  }

  private boolean blank(Line line) {
    for (int i = line.from; i < line.from + line.length; i++) {
      if (!Character.isWhitespace(text[i])) {
        return false;
      }
    }
    return true;
  }
}
