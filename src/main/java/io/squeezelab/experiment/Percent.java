package io.squeezelab.experiment;

import io.squeezelab.spec.Check;
import io.squeezelab.spec.Text;

/**
 * A share in hundredths, {@code 0.5%}; nothing at all may be written {@code 0}.
 *
 * @param text as written
 */
@Text("a share such as 1%")
public record Percent(String text) {

  public static Percent parse(String text) {
    if (text.matches("0(\\.0+)?")) {
      return new Percent("0%");
    }
    boolean known = text.matches("\\d+(\\.\\d+)?%");
    Check.that(known, "", "must be a share such as 1%; is '" + text + "'");
    return new Percent(text);
  }

  double share() {
    return Double.parseDouble(text.replace("%", "")) / 100;
  }

  @Override
  public String toString() {
    return text;
  }
}
