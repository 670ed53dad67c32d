package io.squeezelab.experiment;

import java.util.List;

/**
 * What an experiment expects to find, in the words of its file; the analysis gives the verdict.
 * Accuracies are compared, never errors: {@code a > b} says that a is the more accurate one.
 */
public sealed interface Claim permits Claim.Versus, Claim.Ordered, Claim.Spread, Claim.Open {

  /** As the file has it. */
  String text();

  /** Labels of all arms that it speaks of. */
  List<String> arms();

  /**
   * {@code left > right}, {@code left >= right within 0.2 at params <= 100%}.
   *
   * @param strict whether left has to be the better one, and not only no worse by the margin
   * @param margin in percentage points of accuracy, 0 or more
   * @param bound what left may cost, relative to right; null for no bound
   */
  record Versus(String text, String left, boolean strict, String right, double margin, Bound bound)
      implements Claim {
    @Override
    public List<String> arms() {
      return List.of(left, right);
    }
  }

  /** {@code order: [a, b, c]}: each more accurate than the next. */
  record Ordered(String text, List<String> arms) implements Claim {
    public Ordered {
      arms = List.copyOf(arms);
    }
  }

  /**
   * {@code spread of r in 4..16 < 0.3}: the means of some arms lie within so many points.
   *
   * @param bound in percentage points of accuracy
   */
  record Spread(String text, List<String> arms, double bound) implements Claim {
    public Spread {
      arms = List.copyOf(arms);
    }
  }

  /**
   * A claim of which it is not known, or not yet, which arms it speaks of: a search has not come to
   * them.
   *
   * @param reason what is not known, in a sentence without its full stop
   */
  record Open(String text, String reason) implements Claim {
    @Override
    public List<String> arms() {
      return List.of();
    }
  }

  /**
   * A bound on what an arm costs.
   *
   * @param measure {@code params}, {@code macs}, {@code activations}, {@code reads}
   * @param percent of what the other arm costs
   */
  record Bound(String measure, double percent) {}
}
