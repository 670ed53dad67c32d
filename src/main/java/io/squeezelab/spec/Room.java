package io.squeezelab.spec;

import java.util.List;

/**
 * An amount of memory or disk: {@code 500MB}, {@code 20GB}, {@code 1TB}, in powers of 1000.
 *
 * @param text as written
 */
@Text(Room.EXPECTED)
public record Room(String text) {
  static final String EXPECTED = "an amount such as 500MB, 20GB or 1TB";

  private static final List<String> UNITS = List.of("MB", "GB", "TB");

  public static Room parse(String text) {
    Check.that(
        text.matches("[1-9]\\d{0,5}(MB|GB|TB)"), "", "must be " + EXPECTED + "; is '" + text + "'");
    return new Room(text);
  }

  public long bytes() {
    int unit = text.length() - 2;
    int power = 2 + UNITS.indexOf(text.substring(unit));
    return Long.parseLong(text.substring(0, unit)) * Math.round(Math.pow(1000, power));
  }

  @Override
  public String toString() {
    return text;
  }
}
