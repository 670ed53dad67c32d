package io.squeezelab.spec;

import java.util.List;

/**
 * An amount of memory or disk: {@code 500MB}, {@code 20GB}, {@code 1TB} in powers of 1000, {@code
 * 500MiB}, {@code 20GiB}, {@code 1TiB} in powers of 1024.
 *
 * @param text as written
 */
@Text(Room.EXPECTED)
public record Room(String text) {
  static final String EXPECTED = "an amount such as 500MB, 20GB or 16GiB";

  private static final List<String> UNITS = List.of("M", "G", "T");

  public static Room parse(String text) {
    Check.that(
        text.matches("[1-9]\\d{0,5}[MGT]i?B"), "", "must be " + EXPECTED + "; is '" + text + "'");
    return new Room(text);
  }

  public long bytes() {
    String number = text.replaceFirst("\\D+", "");
    int power = 2 + UNITS.indexOf(text.substring(number.length(), number.length() + 1));
    return Long.parseLong(number) * Math.round(Math.pow(text.contains("i") ? 1024 : 1000, power));
  }

  @Override
  public String toString() {
    return text;
  }
}
