package io.squeezelab.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * How large the terminal behind standard error is. The system's own tools are asked, as they leave
 * signals alone: libraries that know terminals take the interrupt away from the JVM.
 */
public record TerminalSize(int columns, int rows) {
  /** Property that says, if true, that what is shown goes elsewhere: into a notebook, say. */
  public static final String NONE = "squeezelab.no-terminal";

  static final TerminalSize USUAL = new TerminalSize(80, 24);

  /** Empty where standard error is no terminal, or one that knows no cursor. */
  static Optional<TerminalSize> ask() {
    boolean none = "dumb".equals(System.getenv("TERM")) || Boolean.getBoolean(NONE);
    return none ? Optional.empty() : asked();
  }

  private static Optional<TerminalSize> asked() {
    ProcessBuilder shell = new ProcessBuilder("sh", "-c", "[ -t 2 ] && exec stty size <&2");
    try {
      Process process = shell.redirectError(ProcessBuilder.Redirect.INHERIT).start();
      String size = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return size.isBlank() ? Optional.empty() : Optional.of(parse(size));
    } catch (IOException noShell) {
      return System.console() == null ? Optional.empty() : Optional.of(USUAL);
    }
  }

  /**
   * @param size rows and columns, as {@code stty size} prints them
   */
  static TerminalSize parse(String size) {
    String[] numbers = size.strip().split(" ");
    boolean known =
        numbers.length == 2
            && numbers[0].matches("[1-9]\\d{0,3}")
            && numbers[1].matches("[1-9]\\d{0,3}");
    return known
        ? new TerminalSize(Integer.parseInt(numbers[1]), Integer.parseInt(numbers[0]))
        : USUAL;
  }

  /** Whether colours are wanted; see no-color.org. */
  static boolean colours(Map<String, String> environment) {
    return environment.getOrDefault("NO_COLOR", "").isEmpty();
  }
}
