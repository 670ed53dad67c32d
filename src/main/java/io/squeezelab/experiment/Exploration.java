package io.squeezelab.experiment;

import io.squeezelab.search.Grid;
import io.squeezelab.search.Point;
import io.squeezelab.search.Search;
import io.squeezelab.spec.Problem;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** A first look at combinations, when a file is read and somebody is there to be told. */
record Exploration(Combinations space, Assembly assembly, Judge judge, Tally tally) {
  /** Of so few combinations all are looked at: it takes a second or two, whatever the command. */
  private static final BigInteger FEW = BigInteger.valueOf(1000);

  /** The same where arms are matched: each costs as much as many networks do. */
  private static final BigInteger FEW_MATCHED = BigInteger.valueOf(50);

  /**
   * The combinations that a search will ask for, as far as they are known beforehand.
   *
   * @throws Problem if one of them, a value of an axis or a rule is wrong
   */
  Optional<List<Point>> of(Search search, Rules rules) {
    if (!assembly.axes().isEmpty()) {
      new Reach(assembly, assembly.axes(), space::admit).all();
      assembly.check();
    }
    Optional<List<Point>> found = asked(search);
    judge.lenient();
    BigInteger few = judge.matched() ? FEW_MATCHED : FEW;
    if (tally.expansion().combinations().compareTo(few) <= 0) {
      new Grid().points(space); // what is counted is the whole space, whatever the search
    }
    if (tally.whole()) {
      rules.check();
    }
    return found;
  }

  private Optional<List<Point>> asked(Search search) {
    try {
      return search.points(space);
    } catch (Problem problem) {
      throw judge.refused(problem) ? problem : problem.under("search");
    }
  }
}
