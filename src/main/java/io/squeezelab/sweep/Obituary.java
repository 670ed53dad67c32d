package io.squeezelab.sweep;

import io.squeezelab.trial.Outcome.Ending;
import java.util.OptionalLong;

/**
 * How a worker process ended, by itself or by a signal.
 *
 * @param reason in one sentence
 */
record Obituary(Ending ending, String reason) {
  /** Exit code of a worker whose Java heap is so full that it cannot say so; ENOMEM. */
  static final int FULL = 12;

  private static final int SIGNALS = 128;
  private static final int KILL = 9;

  /**
   * @param code exit code
   * @param killsBefore processes ended by the kernel for want of memory, when the trial began
   * @param killsAfter the same, when the worker had ended
   */
  static Obituary of(int code, Recent said, OptionalLong killsBefore, OptionalLong killsAfter) {
    boolean known = killsBefore.isPresent() && killsAfter.isPresent();
    boolean killed = code == SIGNALS + KILL;
    boolean byKernel = killed && known && killsAfter.getAsLong() > killsBefore.getAsLong();
    boolean memory = byKernel || code == FULL || said.starved();
    String signal = code > SIGNALS ? " (signal " + (code - SIGNALS) + ")" : "";
    String why =
        byKernel
            ? "; the kernel ended a process for want of memory at that time"
            : code == FULL
                ? ", its Java heap being full"
                : killed && !known ? "; perhaps the system ran out of memory" : "";
    return new Obituary(
        memory ? Ending.OUT_OF_MEMORY : Ending.FAILED,
        "the worker process ended with exit code " + code + signal + why + said);
  }
}
