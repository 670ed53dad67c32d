package io.squeezelab.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Family;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Schedules over four epochs of three steps. */
class RateTest {
  private static final Span SPAN = new Span(4, 3);

  /** From torch.optim.lr_scheduler, printed by src/test/python/figures.py with PyTorch 2.7.1. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {type: constant, base: 0.5}                                      | .5, .5, .5, .5, .5, .5, .5, .5, .5, .5, .5, .5
          {type: step, base: 0.5, every: 2}                                | .5, .5, .5, .5, .5, .5, .05, .05, .05, .05, .05, .05
          {type: multistep, base: 0.5, milestones: [1, 3], factor: 0.2}    | .5, .5, .5, .1, .1, .1, .1, .1, .1, .02, .02, .02
          {type: cosine, base: 0.5, floor: 0.01}                           | 0.5, 0.491651827, 0.467176224, 0.428241161, 0.3775, 0.318410666, 0.255, 0.191589334, 0.1325, 0.0817588386, 0.0428237761, 0.0183481726
          {type: cosine, base: 0.5, warm-up: 1}                            | 0.166666667, 0.333333333, 0.5, 0.5, 0.484923155, 0.441511111, 0.375, 0.293412044, 0.206587956, 0.125, 0.0584888892, 0.0150768448
          {type: one-cycle, peak: 0.5}                                     | 0.02, 0.26, 0.5, 0.444444667, 0.388889333, 0.333334, 0.277778667, 0.222223333, 0.166668, 0.111112667, 0.0555573333, 2e-06
          {type: one-cycle, peak: 0.5, warm-up: 2}                         | 0.02, 0.116, 0.212, 0.308, 0.404, 0.5, 0.416667, 0.333334, 0.250001, 0.166668, 0.083335, 2e-06
          {type: one-cycle, peak: 0.5, anneal: cosine}                     | 0.02, 0.26, 0.5, 0.484923216, 0.441511345, 0.3750005, 0.293412871, 0.206589129, 0.1250015, 0.0584906553, 0.0150787845, 2e-06
          """)
  void agreesWithPyTorch(String rate, String expected) {
    double[] numbers = Arrays.stream(expected.split(", ")).mapToDouble(Double::valueOf).toArray();
    assertArrayEquals(numbers, rates(rate, SPAN), 1e-9);
  }

  /** By pencil. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {type: constant, base: 0.6, warm-up: 1}                          | .2, .4, .6, .6, .6, .6, .6, .6, .6, .6, .6, .6
          {type: step, base: 0.6, every: 1, factor: 0.5, warm-up: 1}       | .2, .4, .6, .3, .3, .3, .15, .15, .15, .075, .075, .075
          {type: multistep, base: 0.6, milestones: [2], warm-up: 1}        | .2, .4, .6, .6, .6, .6, .06, .06, .06, .06, .06, .06
          {type: multistep, base: 0.6, milestones: []}                     | .6, .6, .6, .6, .6, .6, .6, .6, .6, .6, .6, .6
          {type: constant, base: 0.6, warm-up: 8}                          | .025, .05, .075, .1, .125, .15, .175, .2, .225, .25, .275, .3
          {type: constant, base: 0.6, warm-up: 0.34}                       | .6, .6, .6, .6, .6, .6, .6, .6, .6, .6, .6, .6
          {type: one-cycle, peak: 0.55, warm-up: 0, start-divisor: 2, end-divisor: 1e12}  | .55, .5, .45, .4, .35, .3, .25, .2, .15, .1, .05, 0
          {type: one-cycle, peak: 0.46, warm-up: 8, start-divisor: 46}     | .01, 0.02956522, 0.04913043, 0.06869565, 0.08826087, 0.10782609, 0.12739130, 0.14695652, 0.16652174, 0.18608696, 0.20565217, 0.22521739
          """)
  void agreesWithPencil(String rate, String expected) {
    double[] numbers = Arrays.stream(expected.split(", ")).mapToDouble(Double::valueOf).toArray();
    assertArrayEquals(numbers, rates(rate, SPAN), 1e-8);
  }

  @Test
  void cosineFallsFromTheEndOfAWarmUpAsLongAsTheTraining() {
    assertEquals(0.5, rates("{type: cosine, base: 0.5, warm-up: 4}", SPAN)[11], 1e-12);
  }

  static Stream<Arguments> lengths() {
    return Family.of(Rate.class).variants().keySet().stream()
        .flatMap(
            type ->
                Stream.of(new Span(1, 1), new Span(1, 5), new Span(7, 1), new Span(3, 11))
                    .map(span -> Arguments.of(type, span)));
  }

  @ParameterizedTest
  @MethodSource("lengths")
  void everyRateIsPositiveAndNeverAboveItsPeakWhateverTheLengthAndWarmUp(String type, Span span) {
    String settings =
        switch (type) {
          case "constant", "cosine" -> "base: 0.5";
          case "step" -> "base: 0.5, every: 2";
          case "multistep" -> "base: 0.5, milestones: [1, 2]";
          case "one-cycle" -> "peak: 0.5";
          default -> throw new AssertionError("say here how a " + type + " with peak 0.5 is made");
        };
    for (String warmUp : new String[] {"0", "0.5", "1", "2.5", "100"}) {
      String rate = "{type: %s, %s, warm-up: %s}".formatted(type, settings, warmUp);
      for (double value : rates(rate, span)) {
        assertTrue(value > 0 && value <= 0.5 + 1e-12, rate + " over " + span + ": " + value);
      }
    }
  }

  private static double[] rates(String text, Span span) {
    Rate rate = Bind.inline(Rate.class, text);
    double[] rates = new double[span.steps()];
    Arrays.setAll(rates, t -> rate.at(t, span));
    return rates;
  }
}
