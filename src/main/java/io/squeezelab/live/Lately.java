package io.squeezelab.live;

import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The size of the terminal, asked for every two seconds, since that starts a process. */
final class Lately implements Supplier<TerminalSize> {
  private static final long FRESH = 2_000_000_000L;

  private final LongSupplier clock;
  private TerminalSize last;
  private long asked;

  /**
   * @param clock nanoseconds
   */
  Lately(LongSupplier clock) {
    this.clock = clock;
  }

  @Override
  public TerminalSize get() {
    long now = clock.getAsLong();
    if (last == null || now - asked > FRESH) {
      last = TerminalSize.ask().orElse(TerminalSize.USUAL);
      asked = now;
    }
    return last;
  }
}
