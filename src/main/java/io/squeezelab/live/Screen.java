package io.squeezelab.live;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A terminal whose last lines are redrawn in place, while others scroll away above them. Nothing of
 * the terminal is changed, no mode and no cursor, so a process that is killed leaves it usable.
 */
final class Screen implements Display {
  private static final String DOWN_FROM_HERE = "\u001b[J";

  private final PrintWriter out;
  private final Supplier<TerminalSize> size;
  private final BooleanSupplier ours;
  private final boolean colours;
  private List<Frame.Line> drawn = List.of();
  private Snapshot last;

  /**
   * @param ours whether the terminal is, at the moment; a shell's prompt is not drawn over
   */
  Screen(PrintWriter out, Supplier<TerminalSize> size, BooleanSupplier ours, boolean colours) {
    this.out = out;
    this.size = size;
    this.ours = ours;
    this.colours = colours;
  }

  @Override
  public synchronized void say(String line) {
    StringBuilder text = new StringBuilder(erased());
    line.lines().forEach(part -> text.append(Cell.safe(part)).append(end()));
    print(text.append(frame()));
  }

  @Override
  public synchronized void show(Snapshot snapshot) {
    last = snapshot;
    if (ours.getAsBoolean()) {
      print(new StringBuilder(erased()).append(frame()));
    }
  }

  /** In one piece, so that no half of a frame is seen. */
  private void print(StringBuilder text) {
    out.print(text);
    out.flush();
  }

  /** Back to where the frame began; a terminal made narrower has broken its lines since. */
  private String erased() {
    if (!ours.getAsBoolean()) {
      drawn = List.of();
      return "";
    }
    int columns = size.get().columns();
    int up = drawn.stream().mapToInt(line -> height(line.text(), columns)).sum();
    drawn = List.of();
    return "\r" + (up == 0 ? "" : "\u001b[" + up + "A") + DOWN_FROM_HERE;
  }

  private static int height(String text, int columns) {
    return Math.max(1, (Cell.width(text) + columns - 1) / columns);
  }

  private String frame() {
    if (last == null || !ours.getAsBoolean()) {
      return "";
    }
    TerminalSize now = size.get();
    drawn = List.copyOf(new Frame(now.columns(), now.rows()).lines(last));
    StringBuilder text = new StringBuilder();
    for (Frame.Line line : drawn) {
      text.append(colours ? line.look().of(line.text()) : line.text()).append(end());
    }
    return text.toString();
  }

  private static String end() {
    return System.lineSeparator();
  }

  @Override
  public synchronized void close() {
    print(new StringBuilder(erased()));
    last = null;
  }
}
