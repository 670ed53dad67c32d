package io.squeezelab.search;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Which of an experiment's combinations are run, in which order, and for how long. */
public sealed interface Search
    permits Grid,
        Random,
        OneFactor,
        LeaveOneOut,
        Factorial,
        Evolution,
        Halving,
        Asha,
        Search.Custom {

  /**
   * The arms that may be asked for, each once, in their order in tables; empty where that depends
   * on outcomes.
   *
   * @throws io.squeezelab.spec.Problem if the search has no meaning in this space
   */
  Optional<List<Point>> points(Space space);

  /**
   * The search at its start.
   *
   * @param seeds the same for every arm
   */
  Strategy start(Space space, List<Long> seeds);

  /** How many arms are asked for at most, where they depend on outcomes; empty if unknown. */
  default OptionalInt most() {
    return OptionalInt.empty();
  }

  /** What tables of its results have to say beside them, a sentence each: a design's aliases. */
  default List<String> remarks(Space space) {
    return List.of();
  }

  /** The same search with other random choices; itself where it makes none. */
  default Search reseeded(long seed) {
    return this;
  }

  /** For searches from other jars and cells; see {@link io.squeezelab.spec.Family}. */
  non-sealed interface Custom extends Search {}
}
