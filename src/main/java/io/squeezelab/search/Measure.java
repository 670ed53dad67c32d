package io.squeezelab.search;

import io.squeezelab.cost.Cost;
import io.squeezelab.spec.Names;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** What an arm costs for one image, known before it is trained. */
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

  /**
   * @param name as {@link Space#cost} takes it
   */
  public static Measure named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** As {@link Space#cost} takes it. */
  @Override
  public String toString() {
    return Names.kebab(name());
  }
}
