package io.squeezelab.sweep;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last words of a worker, for the message about its end; of a crash report, its first. */
final class Recent {
  private static final int REMEMBERED = 3;

  /** How a Java runtime begins to report that native code crashed, or that it got no memory. */
  private static final List<String> REPORTS =
      List.of("# A fatal error has been detected", "# There is insufficient memory");

  /** What PyTorch says in every process, whatever comes of it. */
  private static final String ROUTINE = " Warning: AutoNonVariableTypeMode is deprecated";

  private final Deque<String> lines = new ArrayDeque<>();
  private boolean report;

  void clear() {
    lines.clear();
    report = false;
  }

  void add(String line) {
    if (line.contains(ROUTINE)) {
      return;
    }
    if (!report && REPORTS.stream().anyMatch(line::startsWith)) {
      clear();
      report = true;
    }
    String said = report ? line.replaceFirst("^#\\s*", "") : line;
    if (report && (said.isBlank() || lines.size() == REMEMBERED)) {
      return;
    }
    if (lines.size() == REMEMBERED) {
      lines.removeFirst();
    }
    lines.addLast(said);
  }

  /** Whether the Java runtime said that it got no memory from the system. */
  boolean starved() {
    return report && lines.peekFirst() != null && lines.peekFirst().contains("insufficient memory");
  }

  /** To be put behind a sentence; empty if nothing was said. */
  @Override
  public String toString() {
    return lines.isEmpty() ? "" : "; it last said: " + String.join(" / ", lines);
  }
}
