package io.squeezelab.spec;

import java.time.Duration;
import java.util.List;

/**
 * A length of time: {@code 90s}, {@code 10m}, {@code 2h}, {@code 3d}.
 *
 * @param text as written
 */
@Text(value = Period.EXPECTED, form = Period.FORM)
public record Period(String text) {
  static final String EXPECTED = "a length of time such as 90s, 10m, 2h or 3d";

  static final String FORM = "[1-9]\\d{0,6}[smhd]";

  private static final List<Duration> UNITS =
      List.of(
          Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofDays(1));

  public static Period parse(String text) {
    Check.that(text.matches(FORM), "", "must be " + EXPECTED + "; is '" + text + "'");
    return new Period(text);
  }

  public Duration duration() {
    int last = text.length() - 1;
    return UNITS
        .get("smhd".indexOf(text.charAt(last)))
        .multipliedBy(Long.parseLong(text.substring(0, last)));
  }

  @Override
  public String toString() {
    return text;
  }
}
