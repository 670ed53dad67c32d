package io.squeezelab.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.analysis.Ruling.Verdict;
import io.squeezelab.cost.Cost;
import io.squeezelab.experiment.Claim;
import io.squeezelab.experiment.Claim.Bound;
import io.squeezelab.experiment.Claim.Versus;
import io.squeezelab.experiment.Expected;
import io.squeezelab.results.Result;
import io.squeezelab.trial.Outcome.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Verdicts on claims; p-values are SciPy's and statsmodels', from statistics/claims.py. */
class RulingsTest {
  private static final Path TABLE = Path.of("src/test/resources/statistics/claims.csv");
  private static final List<Result> ARMS =
      Made.all(
          Made.arm("a", 0.9123, 0.9187, 0.9151, 0.9160, 0.9139),
          Made.arm("b", 0.9080, 0.9122, 0.9101, 0.9118, 0.9085),
          Made.arm("c", 0.9129, 0.9181, 0.9149, 0.9171, 0.9140),
          Made.arm("d", 0.9125, 0.9190, 0.9147, 0.9161, 0.9146));

  /** In the order of the table. */
  private static final List<Claim> CLAIMS =
      List.of(
          above("a", "b"),
          noWorse("b", "a", 0.2),
          noWorse("a", "c", 0),
          noWorse("a", "c", 0.2),
          new Claim.Ordered("order: [c, a, b]", List.of("c", "a", "b")),
          spread(0.3, "a", "c", "d"),
          spread(0.2, "a", "b", "c"),
          spread(0.1, "a", "c", "d"),
          spread(0.5, "a", "b", "c"),
          new Claim.Ordered("order: [d, a, c]", List.of("d", "a", "c")));

  private static Claim above(String left, String right) {
    return new Versus(left + " > " + right, left, true, right, 0, null);
  }

  private static Claim noWorse(String left, String right, double margin) {
    return new Versus(left + " >= " + right, left, false, right, margin, null);
  }

  private static Claim spread(double bound, String... arms) {
    return new Claim.Spread("spread < " + bound, List.of(arms), bound);
  }

  static Study study(List<Result> results, Expected expected) {
    Study made = Made.study(null, results);
    return new Study(
        made.name(),
        made.question(),
        made.arms(),
        made.arms().get(0),
        made.seeds(),
        results,
        new Choices("halving", Map.of("cut", "place 3 of 3"), List.of()),
        new Design(Map.of(), expected));
  }

  private static List<Ruling> rulings(List<Result> results, Claim... claims) {
    return Rulings.of(study(results, new Expected(List.of(claims), null)));
  }

  @Test
  void probabilitiesAreThoseOfSciPyCorrectedByStatsmodels() throws IOException {
    List<Ruling> rulings = rulings(ARMS, CLAIMS.toArray(Claim[]::new));
    List<String> rows = Files.readAllLines(TABLE);
    assertEquals(rulings.size(), rows.size() - 1);
    for (int i = 0; i < rulings.size(); i++) {
      String[] cells = rows.get(i + 1).split(";");
      double decisive =
          Arrays.stream(cells[2].split(" ")).mapToDouble(Double::parseDouble).max().orElseThrow();
      assertEquals(decisive, rulings.get(i).adjusted(), 1e-9, cells[0]);
    }
  }

  @Test
  void seedsThatWouldDoAgreeWithSciPy() throws IOException {
    List<Ruling> rulings = rulings(ARMS, CLAIMS.toArray(Claim[]::new));
    List<String> rows = Files.readAllLines(TABLE);
    for (int i = 0; i < rulings.size(); i++) {
      String[] cells = rows.get(i + 1).split(";");
      String remedy = ". Too few seeds to tell; about " + cells[3] + " would do";
      String numbers = rulings.get(i).numbers();
      assertTrue(
          cells[3].equals("-") ? !numbers.contains("would") : numbers.endsWith(remedy),
          cells[0] + ": " + numbers);
    }
  }

  @Test
  void eachClaimHasItsVerdict() {
    assertEquals(
        List.of(
            Verdict.SUPPORTED,
            Verdict.CONTRADICTED,
            Verdict.UNDECIDED, // no worse without a margin takes as much as better
            Verdict.SUPPORTED,
            Verdict.UNDECIDED, // of its two pairs the first
            Verdict.SUPPORTED,
            Verdict.CONTRADICTED,
            Verdict.UNDECIDED,
            Verdict.UNDECIDED,
            Verdict.UNDECIDED),
        rulings(ARMS, CLAIMS.toArray(Claim[]::new)).stream().map(Ruling::verdict).toList());
  }

  /** Differences 0.43, 0.65, 0.50, 0.42, 0.54: mean 0.508, sd 0.0937, t(0.975, 4) = 2.776. */
  @Test
  void theNumbersAreInOneSentence() {
    Ruling ruling = rulings(ARMS, above("a", "b")).get(0);
    assertEquals(
        "The accuracy of a less that of b is +0.51 points (95 % interval +0.39 to +0.62, 5 seeds)",
        ruling.numbers());
    assertEquals("Paired t test, a single test: p < 0.001, corrected p < 0.001", ruling.test());
  }

  /** The pair that contradicts decides, although the other is less sure: the smaller p, twice. */
  @Test
  void anOrderFallsWithOnePair() {
    Claim order = new Claim.Ordered("order: [b, a, c]", List.of("b", "a", "c"));
    Ruling ruling = rulings(ARMS, order).get(0);
    assertEquals(Verdict.CONTRADICTED, ruling.verdict());
    assertEquals(2 * 0.0002650506176597137, ruling.adjusted(), 1e-9);
  }

  /** A claim of its own would be supported; beside nine others it is not any more. */
  @Test
  void moreClaimsTakeStrongerEvidence() {
    List<Result> two = Made.all(Made.arm("a", 0.92, 0.93, 0.95), Made.arm("b", 0.91, 0.917, 0.933));
    Claim claim = above("a", "b");
    assertEquals(Verdict.SUPPORTED, rulings(two, claim).get(0).verdict());
    Claim[] many = Collections.nCopies(10, claim).toArray(Claim[]::new);
    Ruling one = rulings(two, many).get(9);
    assertEquals(Verdict.UNDECIDED, one.verdict());
    assertTrue(one.numbers().endsWith("Too few seeds to tell; about 5 would do"), one.numbers());
  }

  /** What an arm costs is counted, so that no accuracy makes up for it. */
  @Test
  void aCostThatIsTooHighContradicts() {
    List<Result> results =
        List.of(
            Made.done("big", 0, 0.95, new Cost(1001, 0, 5, 5, 5), List.of()),
            Made.done("big", 1, 0.96, new Cost(1001, 0, 5, 5, 5), List.of()),
            Made.done("small", 0, 0.90, new Cost(1000, 0, 5, 5, 5), List.of()),
            Made.done("small", 1, 0.9101, new Cost(1000, 0, 5, 5, 5), List.of()));
    Ruling over = rulings(results, bounded("big", "small", "params")).get(0);
    assertEquals(Verdict.CONTRADICTED, over.verdict());
    assertTrue(Double.isNaN(over.adjusted()));
    assertTrue(
        over.numbers()
            .startsWith("big has 1,001 params, 100.10 % of the 1,000 of small, which is too much"),
        over.numbers());
    Ruling equal = rulings(results, bounded("big", "small", "macs")).get(0);
    assertEquals(Verdict.SUPPORTED, equal.verdict(), equal.numbers());
  }

  private static Claim bounded(String left, String right, String measure) {
    return new Versus("claim", left, false, right, 0, new Bound(measure, 100));
  }

  @Test
  void whatWasNotRunIsUndecidedAndSaysWhy() {
    List<Result> results =
        Made.all(
            Made.arm("a", 0.91, 0.92, 0.93),
            Made.arm("one", 0.90),
            List.of(Made.ended("lost", 0, Ending.FAILED, "no memory")),
            List.of(Made.done("cut", 0, 0.9), Made.ended("cut", 1, Ending.STOPPED, "")),
            List.of(Made.done("waits", 0, 0.9), Made.ended("waits", 1, Ending.STOPPED, "")),
            List.of(Made.done("elsewhere", 9, 0.9)));
    List<Ruling> rulings =
        rulings(
            results,
            above("a", "one"),
            above("a", "lost"),
            above("a", "cut"),
            spread(1, "a", "lost"),
            spread(1, "a", "waits"),
            spread(1, "a", "elsewhere"),
            new Claim.Open("x > a", "There is no arm 'x'"));
    rulings.forEach(r -> assertEquals(Verdict.UNDECIDED, r.verdict(), r.numbers()));
    assertEquals(
        List.of(
            "The accuracy of a less that of one is +1.00 points"
                + " (one pair gives no interval, 1 of 4 seeds)",
            "lost has no completed trial",
            "cut is compared with nothing: stopped early by the search",
            "lost has no completed trial",
            "waits is compared with nothing: paused, may go on",
            "Its arms share no completed seed",
            "There is no arm 'x'"),
        rulings.stream().map(Ruling::numbers).toList());
  }

  /** Counts of images can be equal by chance. */
  @Test
  void equalDifferencesProveNothing() {
    List<Result> results = Made.all(Made.arm("a", 0.91, 0.92), Made.arm("b", 0.90, 0.91));
    Ruling ruling = rulings(results, above("a", "b")).get(0);
    assertEquals(Verdict.UNDECIDED, ruling.verdict());
    assertTrue(ruling.numbers().endsWith("all equal, which proves nothing"), ruling.numbers());
  }

  @Test
  void aStudyWithoutClaimsHasNoRulings() {
    assertEquals(List.of(), Rulings.of(Made.study("a", ARMS)));
  }
}
