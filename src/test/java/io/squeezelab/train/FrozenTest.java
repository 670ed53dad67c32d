package io.squeezelab.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.squeezelab.attention.Attention;
import io.squeezelab.backbone.Network;
import io.squeezelab.backbone.Placement;
import io.squeezelab.backbone.ResnetCifar;
import io.squeezelab.backbone.Shortcut;
import io.squeezelab.data.Augment;
import io.squeezelab.data.Data;
import io.squeezelab.data.Official;
import io.squeezelab.engine.Hardware;
import io.squeezelab.engine.Parameter;
import io.squeezelab.engine.Torch;
import io.squeezelab.engine.Weights;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is frozen stays, to the bit, and all else trains as before. */
@Tag("engine")
class FrozenTest {
  private static final Tiny DATA = Tiny.of(24, new Augment(1, true));
  private static final Network NETWORK =
      new ResnetCifar(8, 4, Shortcut.B, false)
          .network(
              DATA.dims(),
              Tiny.CLASSES,
              Bind.inline(Attention.class, "{excite: {type: bottleneck, norm: batch, bias: true}}"),
              Placement.STANDARD);

  @BeforeEach
  void start() {
    Torch.start(Hardware.CPU, 1);
  }

  private static Set<String> frozen(String... patterns) {
    return Frozen.of(NETWORK.parameters(), List.of(patterns));
  }

  /**
   * A ResNet-8 with shortcuts B has 9 convolutions, each with a norm of 4 tensors, SE of 6 tensors
   * and 2 buffers in 3 blocks, and a classifier.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "convolutions | 9",
        "norms | 36",
        "attention | 24",
        "classifier | 2",
        "all-but-classifier | 69",
        "conv1.weight | 1",
        "layer1.* | 18",
        "*.conv2.weight | 3",
        "*bn?.weight | 0",
        "*.bn1.weight | 3",
        "*.bn1.* | 12",
        "*attention*weight | 9",
      })
  void wordsAndPatternsMeanTheseTensors(String pattern, int count) {
    if (count == 0) {
      assertThrows(Problem.class, () -> frozen(pattern));
    } else {
      Set<String> names = frozen(pattern);
      assertEquals(count, names.size(), () -> new TreeSet<>(names).toString());
    }
  }

  @Test
  void partsDoNotOverlapAndMakeTheWhole() {
    Set<String> all = new TreeSet<>(frozen("convolutions", "norms", "attention"));
    all.addAll(frozen("classifier"));
    assertEquals(9 + 36 + 24 + 2, all.size());
    int declared = NETWORK.parameters().trained().size() + NETWORK.parameters().buffers().size();
    assertEquals(declared, all.size());
  }

  @Test
  void whatMeansNothingIsRefusedWithTheNearest() {
    Problem refused = assertThrows(Problem.class, () -> frozen("norms", "layer5.*"));
    assertEquals("freeze[1]", refused.path());
    assertEquals(
        "'layer5.*' means no tensor here; words are convolutions, norms, attention, classifier,"
            + " all-but-classifier, and names may have *; did you mean 'layer1.*'?",
        refused.getMessage());
    refused = assertThrows(Problem.class, () -> frozen("*.cnov1.weight"));
    assertTrue(refused.getMessage().endsWith("did you mean '*.conv1.weight'?"));
    refused = assertThrows(Problem.class, () -> frozen("*"));
    assertEquals(
        "leaves nothing to train: all 47 parameter tensors are frozen", refused.getMessage());
  }

  /** Decay, momentum and clipping would move them; so would an optimizer's first step from 0. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "convolutions | {type: sgd, weight-decay: 0.1, nesterov: true}",
        "all-but-classifier | {type: adamw, weight-decay: 0.1}",
        "norms | {type: sgd, weight-decay: 0.1}",
        "attention | {type: adamw}",
        "classifier | {type: sgd, weight-decay: 0.1}",
        "layer2.0.bn1.weight | {type: sgd, weight-decay: 0.1}",
      })
  void staysTheSameToTheBit(String pattern, String optimizer) {
    String train =
        "{epochs: 1, batch: 24, clip: 0.5, rate: {type: constant, base: 0.05}, optimizer: "
            + optimizer
            + ", freeze: ['"
            + pattern
            + "']}";
    Official official = new Official(DATA.images(Data.Split.TRAIN), DATA.images(Data.Split.TEST));
    Train recipe = Bind.inline(Train.class, train);
    try (Training training = new Training(NETWORK, DATA, recipe, 0, official, Hardware.CPU)) {
      training
          .weights()
          .load(Map.of("layer2.0.bn1.weight", new float[] {1, -0f, 1, 0, 1, 1, 1, 1}));
      Map<String, float[]> before = training.weights().copy();
      training.run(epoch -> {});
      Set<String> frozen = frozen(pattern);
      training
          .weights()
          .copy()
          .forEach(
              (name, now) -> {
                boolean same = Arrays.equals(before.get(name), now); // tells -0 from 0
                assertEquals(frozen.contains(name), same, name);
              });
    }
  }

  /** With all norms frozen nothing depends on the batch: training gives what evaluation gives. */
  @Test
  void aFrozenNormNormalisesWithItsRunningStatistics() {
    Set<String> frozen = frozen("norms", "attention");
    try (Weights weights = new Weights(NETWORK.parameters(), Hardware.CPU, 1, frozen);
        NDManager step = weights.manager().newSubManager()) {
      NDArray x = step.create(random(2 * 3 * 8 * 8), new Shape(2, 3, 8, 8));
      float[] training = NETWORK.layers().forward(weights.pass(step, true), x).toFloatArray();
      float[] evaluating = NETWORK.layers().forward(weights.evaluating(step), x).toFloatArray();
      assertArrayEquals(evaluating, training);
    }
    try (Weights weights = new Weights(NETWORK.parameters(), Hardware.CPU, 1);
        NDManager step = weights.manager().newSubManager()) {
      NDArray x = step.create(random(2 * 3 * 8 * 8), new Shape(2, 3, 8, 8));
      float[] training = NETWORK.layers().forward(weights.pass(step, true), x).toFloatArray();
      float[] evaluating = NETWORK.layers().forward(weights.evaluating(step), x).toFloatArray();
      assertFalse(Arrays.equals(evaluating, training));
    }
  }

  private static float[] random(int count) {
    java.util.Random random = new java.util.Random(5);
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }

  /** The classifier's share is missing from the norm that clips, and from nothing else. */
  @Test
  void clippingCountsWhatIsTrainedOnly() {
    Set<String> classifier = frozen("classifier");
    double whole = norm(Set.of());
    double without = norm(classifier);
    double share = 0;
    try (Weights weights = new Weights(NETWORK.parameters(), Hardware.CPU, 2)) {
      float[] before = weights.flat().toFloatArray();
      step(weights, "");
      float[] after = weights.flat().toFloatArray();
      for (Parameter p : weights.trained().parameters()) {
        int from = weights.trained().offset(p);
        for (int i = from; i < from + p.size() && classifier.contains(p.name()); i++) {
          share += Math.pow(before[i] - after[i], 2);
        }
      }
    }
    assertTrue(share > 0.01 * whole * whole, "the classifier's gradient is too small to tell");
    assertEquals(Math.sqrt(whole * whole - share), without, 1e-5 * whole);
  }

  private static double norm(Set<String> frozen) {
    try (Weights weights = new Weights(NETWORK.parameters(), Hardware.CPU, 2, frozen)) {
      return step(weights, "clip: 1000, ");
    }
  }

  /** Of plain descent at rate 1, which moves by the gradient; gives its norm where it clips. */
  private static double step(Weights weights, String clip) {
    Train train =
        Bind.inline(
            Train.class,
            "{epochs: 1, "
                + clip
                + "optimizer: {type: sgd, momentum: 0},"
                + " rate: {type: constant, base: 1}}");
    Stepper stepper = new Stepper(NETWORK.layers(), weights, train, new Span(1, 1));
    try (NDManager step = weights.manager().newSubManager()) {
      NDArray x = step.create(random(4 * 3 * 8 * 8), new Shape(4, 3, 8, 8));
      Stepper.Trace trace = stepper.step(x, step.create(new long[] {0, 1, 2, 3}));
      return trace.gradientNorm() == null ? 0 : trace.gradientNorm().getFloat();
    }
  }
}
