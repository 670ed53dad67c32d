package io.squeezelab.notebook;

import java.io.PrintStream;
import java.io.StringWriter;
import java.io.Writer;

/** Keeps what is written, and shows it at once. */
final class Both extends Writer {
  private final StringWriter kept = new StringWriter();
  private final PrintStream shown;

  Both(PrintStream shown) {
    this.shown = shown;
  }

  @Override
  public void write(char[] text, int from, int length) {
    String part = new String(text, from, length);
    kept.write(part);
    shown.print(part);
  }

  @Override
  public void flush() {
    shown.flush();
  }

  @Override
  public void close() {
    flush();
  }

  @Override
  public String toString() {
    return kept.toString();
  }
}
