package io.squeezelab.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.data.Augment;
import io.squeezelab.data.Data;
import io.squeezelab.data.Images;
import io.squeezelab.engine.Hardware;
import io.squeezelab.engine.Init;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Parameter;
import io.squeezelab.engine.Parameters;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Torch;
import io.squeezelab.engine.Weights;
import io.squeezelab.layer.Layer;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scores equal plain loops in double precision, and the best epoch's weights come back. */
@Tag("engine")
class EvaluationTest {
  @BeforeAll
  static void start() {
    Torch.start(Hardware.CPU, 1);
  }

  /** The logits are the pixels: (N, K, 1, 1) → (N, K). */
  private record Pixels() implements Layer {
    @Override
    public Dims trace(Dims in, Sheet sheet) {
      return in;
    }

    @Override
    public NDArray forward(Pass pass, NDArray x) {
      return Ops.reshape(x, x.getShape().get(0), x.getShape().get(1));
    }
  }

  /** 250 images are a batch: less than one, one, and two with a rest of 1 and of 120. */
  @ParameterizedTest
  @ValueSource(ints = {1, 120, 250, 501, 620})
  void scoresEqualPlainLoops(int count) {
    Tiny data = new Tiny(new Dims(3, 1, 1), 1, count, 0, new Augment(0, false));
    Images images = data.images(Data.Split.TEST);
    double loss = 0;
    int right = 0;
    for (int i = 0; i < count; i++) {
      images.labels()[i] %= 3;
      double[] logits = new double[3];
      double sum = 0;
      int best = 0;
      for (int k = 0; k < 3; k++) {
        int pixel = untied(k, images.pixels()[3 * i + k] & 0xff);
        images.pixels()[3 * i + k] = (byte) pixel;
        logits[k] = (pixel / 255.0 - data.mean().get(k)) / data.deviation().get(k);
        sum += Math.exp(logits[k]);
        best = logits[k] > logits[best] ? k : best;
      }
      right += best == images.labels()[i] ? 1 : 0;
      loss += Math.log(sum) - logits[images.labels()[i]];
    }
    try (Weights weights = new Weights(new Parameters(), Hardware.CPU, 0);
        ImageStore store = new ImageStore(weights.manager(), images, data, 0)) {
      int before = weights.manager().getManagedArrays().size();
      Evaluation.Score score = new Evaluation(new Pixels(), weights).of(store);
      assertEquals(right / (double) count, score.top1());
      assertEquals(loss / count, score.loss(), 1e-6);
      assertEquals(before, weights.manager().getManagedArrays().size());
    }
  }

  /** Two logits are equal only where the second pixel is a multiple of 5 or the third of 3. */
  private static int untied(int channel, int pixel) {
    return channel == 0 ? pixel : channel == 1 ? pixel % 50 * 5 + 1 : pixel % 84 * 3 + 1;
  }

  /**
   * Logits ln 1, ln 2, ln 5 of class 2, and ln 6, ln 1, ln 1 of class 1: -ln of 5/8 and of 1/8, and
   * with smoothing s each is (1 - s) times that plus s times the mean of its three.
   */
  @ParameterizedTest
  @CsvSource({"0, 1.2747226", "0.1, 1.2869554", "0.9, 1.3848180"})
  void lossIsSmoothedCrossEntropy(double smoothing, double expected) {
    double[] first = {Math.log(8), Math.log(4), Math.log(1.6)};
    double[] second = {Math.log(8 / 6.0), Math.log(8), Math.log(8)};
    double plain = (first[2] + second[1]) / 2;
    double flat = (first[0] + first[1] + first[2] + second[0] + second[1] + second[2]) / 6;
    assertEquals(expected, (1 - smoothing) * plain + smoothing * flat, 1e-4);
    float[] logits = {0, (float) Math.log(2), (float) Math.log(5), (float) Math.log(6), 0, 0};
    try (Weights weights = new Weights(new Parameters(), Hardware.CPU, 0);
        NDManager step = weights.manager().newSubManager()) {
      NDArray rows = step.create(logits, new Shape(2, 3));
      Target labels = Target.of(step.create(new long[] {2, 1}));
      NDArray loss = Loss.of(weights.evaluating(step), rows, labels, smoothing);
      assertEquals((1 - smoothing) * plain + smoothing * flat, loss.getFloat(), 1e-6);
    }
  }

  private static Epoch epoch(int number, double validationTop1) {
    return new Epoch(number, .1, 1, .5, 1, validationTop1, 1);
  }

  @Test
  void bestGivesBackTheWeightsAndStatisticsOfTheFirstOfTheBestEpochs() {
    Parameters parameters = new Parameters();
    Parameter weight = parameters.scope().weight("w", Init.ONES, 2, 2);
    Parameter mean = parameters.scope().buffer("mean", 0, 2);
    try (Weights weights = new Weights(parameters, Hardware.CPU, 0)) {
      int before = weights.manager().getManagedArrays().size();
      Best best = new Best(weights);
      double[] accuracies = {.3, .6, .5, .6, .2};
      for (int i = 0; i < accuracies.length; i++) {
        float mark = i + 1;
        weights.load(
            Map.of(
                weight.name(),
                new float[] {mark, mark, mark, mark},
                mean.name(),
                new float[] {-mark, -mark}));
        best.see(epoch(i + 1, accuracies[i]));
      }
      assertEquals(2, best.restore());
      assertArrayEquals(new float[] {2, 2, 2, 2}, weights.copy().get("w"));
      assertArrayEquals(new float[] {-2, -2}, weights.copy().get("mean"));
      int kept = 2; // weights and statistics of one epoch, which a checkpoint may still need
      assertEquals(before + kept, weights.manager().getManagedArrays().size());
    }
  }
}
