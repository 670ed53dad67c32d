package io.squeezelab.attention.excite;

import io.squeezelab.spec.Check;
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Text;

/**
 * Size of a kernel that slides along an axis: an odd number, or 0 for ECA's rule, written {@code
 * eca}: |(log₂(C) + beta) / gamma|, brought to an odd number as the released code does, by
 * truncating and adding 1 to an even result (with gamma 2 and beta 1: 3 for 16 to 64 channels, 5 to
 * 1024, 7 for 2048).
 */
@Text("an odd kernel size, or eca")
public record KernelSize(int fixed) {
  public static KernelSize parse(String text) {
    if (text.trim().equals("eca")) {
      return new KernelSize(0);
    }
    if (!text.trim().matches("\\d{1,4}") || Integer.parseInt(text.trim()) % 2 == 0) {
      throw new Problem("", "must be an odd number, or eca; is '" + text + "'");
    }
    return new KernelSize(Integer.parseInt(text.trim()));
  }

  /**
   * The size on an axis of this length.
   *
   * @param minimum least size that the rule may give
   */
  int of(int length, double gamma, double beta, int minimum) {
    if (fixed > 0) {
      return fixed;
    }
    int rule = (int) Math.abs((Math.log(length) / Math.log(2) + beta) / gamma);
    return Math.max(minimum, rule % 2 == 1 ? rule : rule + 1);
  }

  /** Around a ring, a kernel reaches once at most: its half is no longer than the axis. */
  static void checkRing(int size, int length) {
    String allowed = "must be at most " + (2 * length + 1) + " on a ring of " + length;
    Check.that(size / 2 <= length, "", "a kernel " + allowed + " (2 * length + 1), is " + size);
  }

  @Override
  public String toString() {
    return fixed > 0 ? Integer.toString(fixed) : "eca";
  }
}
