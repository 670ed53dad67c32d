package io.squeezelab.live;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Supplier;

/** Shows a sweep that runs in another process, until it is over. */
public final class Watch {
  private static final long TICK = 1000;
  private static final int WIDE = 500;

  private final Supplier<Snapshot> sweep;

  /**
   * @param sweep how it stands at this moment
   */
  public Watch(Supplier<Snapshot> sweep) {
    this.sweep = sweep;
  }

  /** Shows it where standard error goes, until it is over; gives its last snapshot. */
  public Snapshot untilOver(PrintWriter err) throws InterruptedException {
    Snapshot now = sweep.get();
    if (now.phase().over()) {
      return now;
    }
    Display display = Display.of(err);
    Thread clean = new Thread(display::close, "clean screen");
    Runtime.getRuntime().addShutdownHook(clean);
    try (display) {
      List<String> said = List.of();
      for (; !now.phase().over(); now = sweep.get()) {
        List<String> before = said;
        now.warnings().stream().filter(w -> !before.contains(w)).forEach(display::say);
        said = now.warnings();
        display.show(now);
        Thread.sleep(TICK);
      }
      Runtime.getRuntime().removeShutdownHook(clean);
    }
    return now;
  }

  /** The table as text, for wherever it goes. */
  public static String text(Snapshot snapshot) {
    StringBuilder text = new StringBuilder();
    int columns = TerminalSize.ask().map(TerminalSize::columns).orElse(WIDE);
    new Frame(columns, Integer.MAX_VALUE)
        .lines(snapshot)
        .forEach(line -> text.append(line.text()).append(System.lineSeparator()));
    return text.toString();
  }
}
