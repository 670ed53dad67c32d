package io.squeezelab.spec;

import java.time.Duration;
import java.util.List;

/**
 * A length of time: {@code 90s}, {@code 10m}, {@code 2h}, {@code 3d}; {@code never} is longer than
 * any.
 *
 * @param text as written
 */
@Text(value = Period.EXPECTED, form = Period.FORM)
public record Period(String text) {
  static final String EXPECTED = "a length of time such as 90s, 10m, 2h or 3d, or never";

  public static final Period NEVER = new Period("never");

  static final String FORM = "never|[1-9]\\d{0,6}[sm]|[1-9]\\d{0,4}[hd]";

  private static final List<Duration> UNITS =
      List.of(
          Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofDays(1));

  public static Period parse(String text) {
    Check.that(text.matches(FORM), "", "must be " + EXPECTED + "; is '" + text + "'");
    return new Period(text);
  }

  public Duration duration() {
    if (equals(NEVER)) {
      return Duration.ofDays(100_000); // the most that is still a number of nanoseconds
    }
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
