package io.squeezelab.backbone;

import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Text;
import java.util.Map;

/**
 * Which blocks of a stage get attention: {@code all}, {@code first}, {@code last}, or {@code every
 * n}: the first and each n-th after it. Every stage counts for itself.
 *
 * @param step between two of them; 0 where there is one
 * @param last whether that one is the last
 */
@Text("all, first, last, or every n")
public record Blocks(int step, boolean last) {
  public static final Blocks ALL = new Blocks(1, false);

  private static final Map<String, Blocks> WORDS =
      Map.of("all", ALL, "first", new Blocks(0, false), "last", new Blocks(0, true));

  public static Blocks parse(String text) {
    Blocks word = WORDS.get(text.trim());
    return word == null ? every(text.trim()) : word;
  }

  private static Blocks every(String text) {
    if (!text.matches("every +[1-9]\\d{0,3}")) {
      throw new Problem("", "must be all, first, last, or every n (every 2); is '" + text + "'");
    }
    return new Blocks(Integer.parseInt(text.replaceAll("\\D", "")), false);
  }

  /**
   * @param index of a block in its stage, from 0
   * @param count of the stage's blocks
   */
  public boolean holds(int index, int count) {
    if (step == 0) {
      return index == (last ? count - 1 : 0);
    }
    return index % step == 0;
  }

  @Override
  public String toString() {
    if (step == 0) {
      return last ? "last" : "first";
    }
    return step == 1 ? "all" : "every " + step;
  }
}
