package io.squeezelab.search;

import static io.squeezelab.search.FakeSpace.point;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactorialTest {

  private static Space factors(int count) {
    int[] levels = new int[count];
    Arrays.fill(levels, 2);
    return new FakeSpace(levels);
  }

  private static List<Point> points(String search, Space space) {
    return Bind.inline(Search.class, search).points(space).orElseThrow();
  }

  /** Words of length 3, 4, 5, … of designs of minimum aberration, as published tables have them. */
  @ParameterizedTest
  @CsvSource({
    "4, 3, 0 1",
    "5, 3, 2 1 0",
    "6, 3, 4 3 0 0",
    "7, 3, 7 7 0 0 1",
    "5, 4, 0 0 1",
    "6, 4, 0 3 0 0",
    "7, 4, 0 7 0 0 0",
    "8, 4, 0 14 0 0 0 1",
    "9, 4, 4 14 8 0 4 1 0",
    "10, 4, 8 18 16 8 8 5 0 0",
    "11, 4, 12 26 28 24 20 13 4 0 0",
    "6, 5, 0 0 0 1",
    "7, 5, 0 1 2 0 0",
    "8, 5, 0 3 4 0 0 0",
    "9, 5, 0 6 8 0 0 1 0",
    "10, 5, 0 10 16 0 0 5 0 0",
    "11, 5, 0 25 0 27 0 10 0 1 0",
    "7, 6, 0 0 0 0 1",
    "8, 6, 0 0 2 1 0 0",
    "9, 6, 0 1 4 2 0 0 0",
    "10, 6, 0 2 8 4 0 1 0 0",
    "8, 7, 0 0 0 0 0 1",
    "9, 7, 0 0 0 3 0 0 0",
    "10, 7, 0 0 3 3 1 0 0 0"
  })
  void hasThePublishedWordLengths(int factors, int free, String published) {
    int[] pattern = Fraction.of(factors, free).words().pattern(factors);
    int[] expected = Arrays.stream(published.split(" ")).mapToInt(Integer::parseInt).toArray();
    assertEquals(
        Arrays.toString(expected),
        Arrays.toString(Arrays.copyOfRange(pattern, 3, 3 + expected.length)));
  }

  /** Box, Hunter and Hunter: 2^(7-4) III, 2^(5-1) V, 2^(6-2) IV; 2^(8-4) IV; 2^(11-4) V. */
  @ParameterizedTest
  @CsvSource({
    "7, 3, 8",
    "5, 5, 16",
    "6, 4, 16",
    "8, 4, 16",
    "8, 5, 64",
    "3, 3, 4",
    "11, 4, 32",
    "11, 3, 16",
    "11, 5, 128",
    "4, 9, 16"
  })
  void takesTheFewestRunsOfAResolution(int factors, int resolution, int runs) {
    List<Point> points =
        points("{type: factorial, resolution: " + resolution + "}", factors(factors));
    assertEquals(runs, new HashSet<>(points).size());
  }

  /** All combinations tell every effect from every other, so they have any resolution. */
  @Test
  void whereNoFractionHasTheResolutionAllCombinationsAreRun() {
    assertEquals(8, points("{type: factorial, resolution: 4}", factors(3)).size());
    assertEquals(8, points("{type: factorial, resolution: 12}", factors(3)).size());
    assertEquals(
        "All 8 combinations: every effect is clear of all others.",
        Bind.inline(Search.class, "{type: factorial, resolution: 12}").remarks(factors(3)).get(1));
  }

  /** The table in docs/search.md: factors, and runs by resolution. */
  @Test
  void theDocumentedRunsAreThese() throws IOException {
    Pattern row = Pattern.compile("\\| (\\d+)(?: to (\\d+))? \\| (\\d+) \\| (\\d+) \\| (\\d+) \\|");
    int rows = 0;
    for (String line : Files.readAllLines(Path.of("docs/search.md"))) {
      Matcher cells = row.matcher(line);
      if (cells.matches()) {
        int last = Integer.parseInt(cells.group(cells.group(2) == null ? 1 : 2));
        for (int factors = Integer.parseInt(cells.group(1)); factors <= last; factors++) {
          for (int resolution = 3; resolution <= 5; resolution++) {
            String search = "{type: factorial, resolution: " + resolution + "}";
            int runs = points(search, factors(factors)).size();
            assertEquals(cells.group(resolution), Integer.toString(runs), line);
          }
          rows++;
        }
      }
    }
    assertEquals(9, rows);
  }

  /** Every two main effects are orthogonal: of all four pairs of levels there are equally many. */
  @Test
  void isBalanced() {
    List<Point> points = points("{type: factorial, runs: 16}", factors(8));
    for (int a = 0; a < 8; a++) {
      for (int b = 0; b < a; b++) {
        int[] cells = new int[4];
        for (Point point : points) {
          cells[2 * point.levels().get(a) + point.levels().get(b)]++;
        }
        assertEquals("[4, 4, 4, 4]", Arrays.toString(cells));
      }
    }
  }

  /** The half of 2^3 with C = AB in signs: - - +, + - -, - + -, + + +. */
  @Test
  void isThePrincipalFraction() {
    assertEquals(
        List.of(point(0, 0, 1), point(1, 0, 0), point(0, 1, 0), point(1, 1, 1)),
        points("{type: factorial, runs: 4}", factors(3)));
  }

  @Test
  void saysWhatItCannotTellApart() {
    assertEquals(
        List.of(
            "Factors: A f0, B f1, C f2, D f3.",
            "8 of 16 combinations, resolution IV: main effects are clear of interactions of two"
                + " factors, which are not all clear of each other.",
            "Generators: D = ABC.",
            "Defining relation: I = ABCD.",
            "Not to be told apart: AB = CD; AC = BD; AD = BC."),
        Bind.inline(Search.class, "{type: factorial, runs: 8}").remarks(factors(4)));
  }

  @Test
  void lettersLeaveOutTheIdentity() {
    assertEquals("AHJK", Words.name(1 | 1 << 7 | 1 << 8 | 1 << 9));
  }

  private static String refused(String search, Space space) {
    return assertThrows(Problem.class, () -> points(search, space)).getMessage();
  }

  @Test
  void factorsOfThreeLevelsAreRefused() {
    assertEquals(
        "'f1' has 3 levels; every factor needs two",
        refused("{type: factorial, runs: 4}", new FakeSpace(2, 3, 2)));
  }

  @Test
  void aHoleIsRefused() {
    assertEquals(
        "the design's combination 'f0 = 0=1, f1 = 1=1, f2 = 2=1' is excluded by the experiment: a"
            + " hole in it",
        refused(
            "{type: factorial, runs: 4}",
            new FakeSpace(2, 2, 2).only(p -> !p.equals(point(1, 1, 1)))));
  }

  @Test
  void aFactorThatDependsOnAnotherIsRefused() {
    assertEquals(
        "the design's combination 'f0 = 0=0, f1 = 1=0, f2 = 2=1' is the same arm as another one: a"
            + " factor has no meaning there",
        refused("{type: factorial, runs: 4}", new FakeSpace(2, 2, 2).conditional()));
  }

  @Test
  void tooFewRunsAreRefused() {
    assertEquals(
        "must be from 8 to 32 for 5 axes, is 4", refused("{type: factorial, runs: 4}", factors(5)));
  }
}
