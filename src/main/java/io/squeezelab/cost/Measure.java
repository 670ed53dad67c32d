package io.squeezelab.cost;

import io.squeezelab.spec.Names;
import io.squeezelab.spec.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

/** One number of a {@link Cost}, by the name that files have for it. */
public enum Measure {
  PARAMS(Cost::params),
  MACS(Cost::macs),
  ACTIVATIONS(Cost::activations),
  READS(Cost::reads);

  private final ToLongFunction<Cost> number;

  Measure(ToLongFunction<Cost> number) {
    this.number = number;
  }

  public long of(Cost cost) {
    return number.applyAsLong(cost);
  }

  public static List<String> names() {
    return Arrays.stream(values()).map(measure -> Names.kebab(measure.name())).toList();
  }

  /**
   * @param name {@code params}
   * @throws Problem if there is none of this name
   */
  public static Measure named(String name) {
    int index = names().indexOf(name);
    if (index < 0) {
      throw new Problem("", Names.unknown("measure", name, names()));
    }
    return values()[index];
  }
}
