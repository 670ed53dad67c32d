package io.squeezelab.trial;

import io.squeezelab.engine.Parameter;
import io.squeezelab.spec.Seeds;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A tensor that a module needs.
 *
 * @param trained false for a buffer, such as a running mean
 * @param initial the number it is full of at first, {@code random}, or {@code fixed} numbers
 */
public record Declared(String name, List<Long> shape, boolean trained, String initial) {
  private static final int LARGE = 1 << 12;

  /** {@code (4, 64)}; one axis is {@code (64,)}, as Python has it. */
  public static String sides(List<Long> sizes) {
    String all = sizes.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return "(" + all + (sizes.size() == 1 ? ",)" : ")");
  }

  /** Whether numbers of this shape fit, axes of size 1 left out of account. */
  public boolean takes(List<Long> sizes) {
    return fits(shape, sizes);
  }

  static boolean fits(List<Long> needed, List<Long> given) {
    return longAxes(needed).equals(longAxes(given));
  }

  private static List<Long> longAxes(List<Long> sizes) {
    return sizes.stream().filter(size -> size != 1).toList();
  }

  /** Always the same numbers: a basis, neither trained nor running statistics. */
  public boolean fixed() {
    return !trained && initial.equals("fixed");
  }

  /** PyTorch's counters of batches, which nothing here needs. */
  public static boolean isCounter(String name) {
    return name.endsWith("num_batches_tracked");
  }

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

  /** Of a large matrix or kernel the first row, which tells as much. */
  private static float[] sample(Parameter p, long seed) {
    long[] shape = p.shape().toArray();
    int size = p.size();
    if (p.trained() && shape.length > 1 && size > LARGE) {
      size /= (int) shape[0];
      shape[0] = 1;
    }
    float[] numbers = new float[size];
    p.init().fill(numbers, shape, Seeds.random(seed, p.name()));
    return numbers;
  }
}
