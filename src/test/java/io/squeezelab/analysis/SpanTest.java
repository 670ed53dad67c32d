package io.squeezelab.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.squeezelab.analysis.Ruling.Verdict;
import io.squeezelab.experiment.Claim;
import io.squeezelab.experiment.Expected;
import io.squeezelab.results.Result;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of a spread; its p-values and seeds are in {@link RulingsTest}. */
class SpanTest {
  private static final List<Result> ARMS =
      Made.all(
          Made.arm("a", 0.93, 0.90, 0.95, 0.89, 0.91),
          Made.arm("c", 0.905, 0.906, 0.904, 0.905, 0.905),
          Made.arm("d", 0.8950, 0.8963, 0.8941, 0.8951, 0.8952));

  private static Ruling ruling(double bound, String... arms) {
    Claim claim = new Claim.Spread("spread", List.of(arms), bound);
    Study study = RulingsTest.study(ARMS, new Expected(List.of(claim), null));
    return Rulings.of(study).get(0);
  }

  /** The means of a and d lie further apart, but may do so by chance. Figures by SciPy. */
  @Test
  void thePairThatContradictsIsTheOneQuoted() {
    Ruling ruling = ruling(0.3, "a", "c", "d");
    assertEquals(Verdict.CONTRADICTED, ruling.verdict());
    assertEquals(
        "The means of 3 arms span 2.09 points, from d to a. The pair that decides is d and c"
            + " (0.99 points apart, 95 % interval +0.97 to +1.00, 5 seeds)",
        ruling.numbers());
    assertEquals(
        "Two one-sided paired t tests of every pair (p doubled, since both questions are asked, and"
            + " multiplied by the 3 pairs), a single test: p < 0.001, corrected p < 0.001",
        ruling.test());
    assertEquals(3 * 2 * 9.154013367267753e-09, ruling.adjusted(), 1e-15);
  }

  /** That all pairs are within needs no correction for their number. */
  @Test
  void whatIsMultipliedIsSaid() {
    assertEquals(
        "Two one-sided paired t tests of every pair (p doubled, since both questions are asked), a"
            + " single test: p = 0.002, corrected p = 0.002",
        ruling(10, "a", "c", "d").test());
  }
}
