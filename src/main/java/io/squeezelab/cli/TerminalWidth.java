package io.squeezelab.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * How many columns the terminal has. The progress bar's own way to find out takes the signals away
 * from the JVM: an interrupt would then end it without its shutdown hooks, and so without a word.
 */
final class TerminalWidth {
  private static final int USUAL = 80;

  private TerminalWidth() {}

  static int columns() {
    try {
      Process stty = new ProcessBuilder("stty", "size").redirectInput(new File("/dev/tty")).start();
      String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return columns(size);
    } catch (IOException none) {
      return USUAL;
    }
  }

  /**
   * @param size rows and columns, as {@code stty size} prints them
   */
  static int columns(String size) {
    String[] numbers = size.strip().split(" ");
    boolean known = numbers.length == 2 && numbers[1].matches("[1-9]\\d{0,3}");
    return known ? Integer.parseInt(numbers[1]) : USUAL;
  }
}
