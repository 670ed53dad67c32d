package io.squeezelab.search;

import io.squeezelab.spec.Check;
import io.squeezelab.spec.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The epochs after which arms are compared: {@code first}, and {@code eta} times as many again and
 * again, below all that an arm has; who goes on behind the last of them is trained to its end.
 *
 * @param of where its arms come from
 * @param eta of so many arms one goes on
 */
record Rungs(Search of, int eta, int first) {
  Rungs {
    boolean nested = of instanceof Halving || of instanceof Asha;
    Check.that(!nested, "of", "stops trials early itself; take grid, random, one-factor, …");
    Check.atLeast("eta", 2, eta);
    Check.atLeast("first", 1, first);
  }

  private static final String STOPS =
      "Arms that did poorly on the validation split were stopped early and have no test accuracy;"
          + " the best of many is better by luck too: compare what is left on seeds of its own.";

  /** What tables of such a search have to say, and of the one that its arms come from. */
  List<String> remarks(Space space) {
    return Stream.concat(Stream.of(STOPS), of.remarks(space).stream()).toList();
  }

  /** The arms, the baseline in front where they lack it. */
  List<Point> arms(Space space) {
    String unknown = "needs arms that are known beforehand: grid, random, one-factor, …";
    List<Point> points = of.points(space).orElseThrow(() -> new Problem("of", unknown));
    List<Point> arms = Arms.withBaseline(space, points);
    Arms.needValidation(space); // which is known of arms that were looked at
    epochs(space, arms);
    return arms;
  }

  /** After which to compare; the arms' own last epoch is not among them. */
  List<Integer> epochs(Space space, List<Point> arms) {
    Set<Integer> all = new TreeSet<>();
    arms.forEach(arm -> all.add(space.epochs(arm)));
    String unequal = "compares arms after equally many epochs; these are trained for " + all;
    Check.that(all.size() <= 1, "", unequal);
    int last = all.isEmpty() ? Integer.MAX_VALUE : all.iterator().next();
    Check.that(first < last, "first", "must be below the epochs of a trial, " + last);
    List<Integer> epochs = new ArrayList<>();
    for (long epoch = first; epoch < last; epoch *= eta) {
      epochs.add((int) epoch);
    }
    return epochs;
  }
}
