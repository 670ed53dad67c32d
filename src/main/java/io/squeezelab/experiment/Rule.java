package io.squeezelab.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Combinations that are meant together: those that all of its conditions fit. */
final class Rule {
  private final List<Condition> conditions = new ArrayList<>();
  private final String origin;
  private boolean fitted;

  /**
   * @param origin where the file has it
   */
  Rule(JsonNode given, String origin, List<Axis> axes) {
    this.origin = origin;
    if (!given.isObject() || given.isEmpty()) {
      String such =
          "must map paths to values, such as {attention.gate: tanh, train.batch: [32, 64]}";
      throw new Problem(origin, such + "; is " + Trees.print(given));
    }
    given
        .properties()
        .forEach(
            one -> {
              String where = Problem.join(origin, one.getKey());
              conditions.add(new Condition(one.getKey(), one.getValue(), where, axes));
            });
  }

  boolean fits(Combination combination) {
    boolean all = true;
    for (Condition condition : conditions) {
      all &= condition.fits(combination); // each is asked, to know which of them fits nothing
    }
    fitted |= all;
    return all;
  }

  /**
   * @throws Problem if it has fitted nothing, though all combinations were there
   */
  void check() {
    if (fitted) {
      return;
    }
    for (Condition condition : conditions) {
      if (!condition.fitted()) {
        throw condition.idle();
      }
    }
    throw new Problem(origin, "fits no combination: each part fits some, but none has all of it");
  }

  String origin() {
    return origin;
  }

  /** As it is written. */
  @Override
  public String toString() {
    return conditions.stream().map(Condition::toString).collect(Collectors.joining(", ", "{", "}"));
  }
}
