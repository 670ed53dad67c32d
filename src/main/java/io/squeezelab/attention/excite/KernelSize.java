package io.squeezelab.attention.excite;

import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Text;

/**
 * Size of a kernel that slides along an axis: an odd number, or 0 for ECA's rule, written {@code
 * eca}: |log₂(C)/2 + 1/2|, brought to an odd number as the released code does, by truncating and
 * adding 1 to an even result (3 for 16 to 64 channels, 5 to 1024, 7 for 2048).
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

  public int of(int length) {
    if (fixed > 0) {
      return fixed;
    }
    int rule = (int) Math.abs((Math.log(length) / Math.log(2) + 1) / 2);
    return rule % 2 == 1 ? rule : rule + 1;
  }

  @Override
  public String toString() {
    return fixed > 0 ? Integer.toString(fixed) : "eca";
  }
}
