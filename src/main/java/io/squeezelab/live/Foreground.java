package io.squeezelab.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether the terminal is ours at the moment, and not that of a shell that waits behind us. */
final class Foreground {
  private static final Path STAT = Path.of("/proc/self/stat");
  private static final int GROUP = 2;
  private static final int TERMINAL_GROUP = 5;

  private Foreground() {}

  /** Where the system does not tell, it is. */
  static boolean ours() {
    try {
      return !Files.exists(STAT) || ours(Files.readString(STAT));
    } catch (IOException unknown) {
      return true;
    }
  }

  /**
   * @param stat {@code pid (name) state parent group session terminal terminal's-group …}
   */
  static boolean ours(String stat) {
    String[] numbers = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
    return numbers.length <= TERMINAL_GROUP || numbers[GROUP].equals(numbers[TERMINAL_GROUP]);
  }
}
