package io.squeezelab.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.squeezelab.engine.Hardware;
import io.squeezelab.engine.Parameters;
import io.squeezelab.engine.Torch;
import io.squeezelab.engine.Weights;
import io.squeezelab.spec.Seeds;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mixtures of images, of their losses and of the answers to them. */
@Tag("engine")
class MixupTest {
  private static final int DRAWS = 20_000;

  private NDManager manager;

  @BeforeEach
  void start() {
    Torch.start(Hardware.CPU, 1);
    manager = Torch.manager(Hardware.CPU);
  }

  @AfterEach
  void close() {
    manager.close();
  }

  /** Beta(α, α) has the mean 1/2 and the variance 1 / (4 (2α + 1)), and is symmetric. */
  @ParameterizedTest
  @ValueSource(doubles = {.01, .2, .5, 1, 4, 100})
  void sharesHaveTheMomentsOfBeta(double alpha) {
    SplittableRandom random = Seeds.random(1, "shares");
    double sum = 0;
    double squares = 0;
    int below = 0;
    for (int i = 0; i < DRAWS; i++) {
      double share = Mixup.share(alpha, random);
      assertTrue(share >= 0 && share <= 1, "share " + share);
      sum += share;
      squares += (share - .5) * (share - .5);
      below += share < .5 ? 1 : 0;
    }
    double variance = 1 / (4 * (2 * alpha + 1));
    assertEquals(.5, sum / DRAWS, 4 * Math.sqrt(variance / DRAWS));
    assertEquals(variance, squares / DRAWS, .03 * variance);
    assertEquals(.5, below / (double) DRAWS, .015);
  }

  /** α = 1 is uniform; α = 1/2 is the arcsine law, 2/π · asin √x; α = 2 is 3x² - 2x³. */
  @ParameterizedTest
  @CsvSource({
    "1, .1, .1",
    "1, .7, .7",
    ".5, .1, .204833",
    ".5, .25, .333333",
    "2, .1, .028",
    "2, .3, .216"
  })
  void sharesHaveTheDistributionOfBeta(double alpha, double bound, double probability) {
    SplittableRandom random = Seeds.random(2, "shares");
    int below = 0;
    for (int i = 0; i < DRAWS; i++) {
      below += Mixup.share(alpha, random) < bound ? 1 : 0;
    }
    double deviation = Math.sqrt(probability * (1 - probability) / DRAWS);
    assertEquals(probability, below / (double) DRAWS, 4 * deviation);
  }

  /** Image i is all i, and its label is i: labels tell who was mixed with whom. */
  @Test
  void eachBatchHasOneShareAndEachImageOnePartner() {
    int batch = 8;
    float[] pixels = new float[batch * 6];
    long[] numbers = new long[batch];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = i / 6;
      numbers[i / 6] = i / 6;
    }
    Mixup mixup = new Mixup(manager, 1, 3, batch, Seeds.random(7, "mixup"));
    Set<Float> shares = new HashSet<>();
    for (int step = 0; step < 3; step++) {
      NDArray images = manager.create(pixels, new Shape(batch, 2, 3, 1));
      NDArray labels = manager.create(numbers);
      Altered mixed = mixup.of(images, labels, step);
      long[] partners = mixed.target().others().toLongArray();
      float share = mixed.target().share().getFloat();
      assertEquals(1, share + mixed.target().rest().getFloat(), 1e-7);
      float[] found = mixed.images().toFloatArray();
      Set<Long> each = new HashSet<>();
      for (int i = 0; i < batch; i++) {
        each.add(partners[i]);
        for (int k = 0; k < 6; k++) {
          assertEquals(share * i + (1 - share) * partners[i], found[6 * i + k], 1e-5);
        }
      }
      assertEquals(batch, each.size(), "a partner stands twice");
      shares.add(share);
    }
    assertEquals(3, shares.size());
  }

  /** Probabilities 1/8, 1/4, 5/8 and 6/8, 1/8, 1/8; classes 2 and 1, mixed with 0 and 0. */
  @ParameterizedTest
  @ValueSource(doubles = {0, .1})
  void theLossIsTheMixtureOfTwoCrossEntropies(double smoothing) {
    double first = (Math.log(1.6) + Math.log(8)) / 2;
    double second = (Math.log(8) + Math.log(8 / 6.0)) / 2;
    double all = Math.log(8) + Math.log(4) + Math.log(1.6);
    double flat = (all + Math.log(8 / 6.0) + 2 * Math.log(8)) / 6;
    float[] logits = {0, (float) Math.log(2), (float) Math.log(5), (float) Math.log(6), 0, 0};
    try (Weights weights = new Weights(new Parameters(), Hardware.CPU, 0);
        NDManager step = weights.manager().newSubManager()) {
      NDArray rows = step.create(logits, new Shape(2, 3));
      NDArray loss = Loss.of(weights.evaluating(step), rows, target(step, .75f), smoothing);
      double expected = (1 - smoothing) * (.75 * first + .25 * second) + smoothing * flat;
      assertEquals(expected, loss.getFloat(), 1e-6);
    }
  }

  /** Answers 2 and 2, once for what has three quarters; then 0 and 0, mixed in everywhere. */
  @Test
  void anAnswerCountsForTheShareOfItsClass() {
    NDArray twos = manager.create(new float[] {0, 0, 1, 0, 0, 1}, new Shape(2, 3));
    assertEquals(.75, target(manager, .75f).hits(twos).getFloat());
    NDArray zeros = manager.create(new float[] {1, 0, 0, 1, 0, 0}, new Shape(2, 3));
    assertEquals(.5, target(manager, .75f).hits(zeros).getFloat());
    assertEquals(1, Target.of(manager.create(new long[] {2, 1})).hits(twos).getLong());
  }

  private static Target target(NDManager at, float share) {
    return new Target(
        at.create(new long[] {2, 1}),
        at.create(new long[] {0, 0}),
        at.create(share),
        rest(at, share));
  }

  private static NDArray rest(NDManager at, float share) {
    return at.create(1 - share);
  }
}
