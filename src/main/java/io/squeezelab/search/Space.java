package io.squeezelab.search;

import java.util.List;
import java.util.Optional;

/** What a search chooses from: the combinations of an experiment's axes. */
public interface Space {
  List<Factor> factors();

  /**
   * The arm at a combination: the same point with {@link Point#ABSENT} where a factor has no
   * meaning, so that equal arms are equal points. Empty where a rule or a constraint of the
   * experiment excludes it.
   *
   * @param point with a level for every factor, or admitted before
   */
  Optional<Point> admit(Point point);

  /**
   * Why there is no arm at a combination that was not admitted: {@code excluded by {attention.gate:
   * tanh}}.
   */
  default String reason(Point point) {
    return "excluded by the experiment";
  }

  /** The same to who wrote the file, with the place: {@code … tanh} (a.yaml:12)}. */
  default String placed(Point point) {
    return reason(point);
  }

  /** All arms, where they are listed; empty where they are what the rules leave of the levels. */
  default Optional<List<Point>> listed() {
    return Optional.empty();
  }

  /** The baseline, where it is one of the combinations. */
  Optional<Point> baseline();

  /**
   * What an admitted arm costs for one image.
   *
   * @param measure {@code params}, {@code macs}, {@code activations} or {@code reads}
   */
  long cost(Point point, String measure);

  /** Whether every arm holds images out for validation: searches that look at outcomes need it. */
  default boolean validated() {
    return true;
  }

  /** Epochs that an admitted arm is trained for in full. */
  int epochs(Point point);
}
