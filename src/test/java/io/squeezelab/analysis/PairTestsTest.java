package io.squeezelab.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Held against SciPy's figures; {@code paired.py} beside them has made them. */
class PairTestsTest {
  private static final Path FIGURES = Path.of("src/test/resources/statistics/paired.csv");

  private record Sample(String name, double[] differences, List<Double> figures) {}

  private static List<Sample> samples() throws IOException {
    return Files.readAllLines(FIGURES).stream().skip(1).map(PairTestsTest::sample).toList();
  }

  /** The differences as they come: of two accuracies, with the rounding that this leaves. */
  private static Sample sample(String line) {
    String[] cells = line.split(",");
    double[] differences =
        Arrays.stream(cells[1].split(" "))
            .mapToDouble(Double::parseDouble)
            .map(d -> (9_123 + 7 * d) / 10_000 - (9_123 + 6 * d) / 10_000)
            .toArray();
    List<Double> figures = Arrays.stream(cells).skip(2).map(PairTestsTest::number).toList();
    return new Sample(cells[0], differences, figures);
  }

  private static double number(String cell) {
    return cell.equals("nan") ? Double.NaN : Double.parseDouble(cell);
  }

  private static void agrees(int column, ToDoubleFunction<double[]> of, double tolerance)
      throws IOException {
    List<Sample> samples = samples();
    assertEquals(9, samples.size());
    for (Sample s : samples) {
      double expected = s.figures().get(column);
      assertEquals(expected, of.applyAsDouble(s.differences()), tolerance, s.name());
    }
  }

  @Test
  void studentsTestAgreesWithSciPy() throws IOException {
    agrees(0, PairedT::p, 1e-9);
  }

  @Test
  void signedRanksAgreeWithSciPyTiesAndZerosIncluded() throws IOException {
    agrees(1, SignedRank::p, 1e-12);
  }

  @Test
  void signFlipsAgreeWithSciPy() throws IOException {
    agrees(2, SignFlips::p, 1e-12);
  }

  @Test
  void effectAgreesWithSciPysGammaFunction() throws IOException {
    agrees(3, d -> Hedges.g(Estimate.of(d)), 1e-9);
  }

  /** SciPy has been given all n^n samples. */
  @Test
  void bootstrapOfFewAgreesWithSciPyToTheLastSample() throws IOException {
    for (Sample s : samples().stream().filter(f -> f.differences().length < 8).toList()) {
      Bootstrap of = Bootstrap.of(s.differences());
      assertEquals(s.figures().get(4) / 10_000, of.low(), 1e-9, s.name());
      assertEquals(s.figures().get(5) / 10_000, of.high(), 1e-9, s.name());
    }
  }

  /** SciPy 1.17.1, {@code bootstrap((d,), np.mean, n_resamples=400000, method='BCa')}. */
  @Test
  void bootstrapOfManyAgreesWithSciPyButForTheDraw() {
    Bootstrap of = Bootstrap.of(14, 25, -7, 31, 8, 19, -12, 40, 22, 3, 11, 27);
    assertEquals(6.25, of.low(), 0.3);
    assertEquals(23.0, of.high(), 0.3);
    assertEquals(of, Bootstrap.of(14, 25, -7, 31, 8, 19, -12, 40, 22, 3, 11, 27), "same again");
  }

  /** Counted over all 2^22 by adding up a table of sums in Python. */
  @Test
  void signFlipsOfManyAreDrawn() {
    double[] many = {
      14, 25, -7, 31, 8, 19, -12, 40, 22, 3, 11, 27, -30, 5, 9, -18, 2, 16, -21, 6, 13, -9
    };
    assertEquals(0.08016204833984375, SignFlips.p(many), 0.008);
    assertEquals(SignFlips.p(many), SignFlips.p(many));
  }

  /** By pencil: one sign in 2^n, and its mirror image. */
  @Test
  void fiveSeedsNeverReachFivePerCentBySigns() {
    for (int n = 1; n <= 7; n++) {
      double[] equal = IntStream.range(0, n).mapToDouble(i -> 1).toArray();
      assertEquals(2 / Math.pow(2, n), SignFlips.p(equal), 1e-15);
      assertEquals(2 / Math.pow(2, n), SignedRank.p(equal), 1e-15);
    }
  }

  @Test
  void whereThereIsNothingToTestThereIsNoNumber() {
    assertTrue(Double.isNaN(PairedT.p(0.01)) && Double.isNaN(PairedT.p(0.01, 0.01)));
    assertTrue(Double.isNaN(SignedRank.p(0, 0)) && Double.isNaN(SignFlips.p()));
    assertTrue(Double.isNaN(Hedges.g(Estimate.of(0.01, 0.02))), "no correction below three pairs");
    assertTrue(Double.isNaN(Bootstrap.of(0.01, 0.02).low()));
    assertTrue(DoubleStream.of(SignFlips.p(0, 0)).allMatch(p -> p == 1));
  }
}
