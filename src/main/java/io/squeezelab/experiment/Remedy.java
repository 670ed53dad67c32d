package io.squeezelab.experiment;

import io.squeezelab.spec.Check;
import io.squeezelab.spec.Text;

/**
 * What is done about a trial that ran out of memory: it is tried again a number of times, or with
 * half the images at a time, down to one, while gradients are summed over the whole batch.
 *
 * @param text as written
 */
@Text(value = Remedy.EXPECTED, form = Remedy.FORM)
public record Remedy(String text) {
  static final String EXPECTED = "a count of retries, or smaller-micro-batch";

  private static final String SMALLER = "smaller-micro-batch";
  static final String FORM = "\\d{1,3}|" + SMALLER;

  public static Remedy parse(String text) {
    boolean known = text.matches(FORM);
    Check.that(known, "", "must be " + EXPECTED + "; is '" + text + "'");
    return new Remedy(text);
  }

  public boolean smaller() {
    return text.equals(SMALLER);
  }

  /** Retries as it is. */
  public int times() {
    return smaller() ? 0 : Integer.parseInt(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
