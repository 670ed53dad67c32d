package io.squeezelab.trial;

import io.squeezelab.engine.Parameter;
import io.squeezelab.spec.Seeds;
import java.util.Arrays;
import java.util.List;

/**
 * A tensor that a module needs.
 *
 * @param trained false for a buffer, such as a running mean
 * @param initial the number it is full of at first, {@code random}, or {@code fixed} numbers
 */
public record Declared(String name, List<Long> shape, boolean trained, String initial) {

  static Declared of(Parameter p) {
    return new Declared(p.name(), p.shape().sizes(), p.trained(), initial(p));
  }

  private static String initial(Parameter p) {
    float[] first = sample(p, 0);
    if (!Arrays.equals(first, sample(p, 1))) {
      return "random";
    }
    for (float number : first) {
      if (number != first[0]) {
        return "fixed";
      }
    }
    return first[0] == (int) first[0] ? (int) first[0] + "" : first[0] + "";
  }

  private static float[] sample(Parameter p, long seed) {
    float[] numbers = new float[p.size()];
    p.init().fill(numbers, p.shape().toArray(), Seeds.random(seed, p.name()));
    return numbers;
  }
}
