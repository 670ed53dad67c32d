package io.squeezelab.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.squeezelab.attention.Attention;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.data.Augment;
import io.squeezelab.engine.Hardware;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Scope;
import io.squeezelab.engine.Torch;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Family;
import io.squeezelab.spec.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole trainings of a tiny network: what they promise about numbers and about memory. */
@Tag("engine")
class TrainingTest {
  private static final Tiny DATA = Tiny.of(24, new Augment(1, true));
  private static final String TRAIN = "{epochs: 3, batch: 16, rate: {type: constant, base: 0.05}}";

  @BeforeEach
  void start() {
    Torch.start(Hardware.CPU, 1);
  }

  /** 72 images are one batch of 71 and one that is left out; batches of 1 can only fail. */
  @Test
  void aLastImageLeftOverIsNoBatch() {
    String rate = "rate: {type: constant, base: 0.01}}";
    assertEquals(1, DATA.run("srm", "{epochs: 1, batch: 71, " + rate, 1).history().size());
    Problem refused =
        assertThrows(Problem.class, () -> DATA.run("srm", "{epochs: 1, batch: 1, " + rate, 1));
    assertTrue(refused.getMessage().contains("needs 2 or more values"), refused.getMessage());
  }

  @Test
  void learns() {
    Tiny.Run run = DATA.run("se", "{epochs: 12, batch: 8, rate: {type: one-cycle, peak: 0.1}}", 1);
    double first = run.history().get(0).loss();
    double last = run.history().get(11).loss();
    assertTrue(last < 0.5 * first, first + " → " + last);
    assertTrue(run.metrics().top1() > 0.6, "chance is 0.25; reached " + run.metrics().top1());
  }

  /** Those whose defaults fit so narrow a network. */
  static List<String> attention() {
    List<String> names = new ArrayList<>(Family.of(Attention.class).presets().keySet());
    names.removeIf(name -> !DATA.fits(name));
    assertTrue(names.size() > 30, "only these fit: " + names);
    names.add("none");
    return names;
  }

  @ParameterizedTest
  @MethodSource("attention")
  void givesTheSameNumbersAgain(String attention) {
    String numbers = DATA.run(attention, TRAIN, 1).numbers();
    assertEquals(numbers, DATA.run(attention, TRAIN, 1).numbers());
    assertNotEquals(numbers, DATA.run(attention, TRAIN, 2).numbers());
  }

  /** With everything that can be drawn; and one mixture takes another loss. */
  @Test
  void augmentedItGivesTheSameNumbersAgain() {
    String all = "{crop: 1, flip: true, cutout: 3, erase: {probability: 0.5}, mixup: 0.4}";
    Tiny data = Tiny.of(24, Bind.inline(Augment.class, all));
    String numbers = data.run("se", TRAIN, 1).numbers();
    assertEquals(numbers, data.run("se", TRAIN, 1).numbers());
    assertNotEquals(numbers, DATA.run("se", TRAIN, 1).numbers());
  }

  @Test
  void twoAtOnceGiveTheNumbersOfEachAlone() throws Exception {
    String se = DATA.run("se", TRAIN, 1).numbers();
    String eca = DATA.run("eca", TRAIN, 2).numbers();
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 3; round++) {
        Future<String> one = two.submit(numbers("se", 1));
        Future<String> other = two.submit(numbers("eca", 2));
        assertEquals(se, one.get());
        assertEquals(eca, other.get());
      }
    } finally {
      two.shutdown();
    }
  }

  private static Callable<String> numbers(String attention, long seed) {
    return () -> {
      Torch.start(Hardware.CPU, 1);
      return DATA.run(attention, TRAIN, seed).numbers();
    };
  }

  /** Training on for longer and choosing epoch e tests what stopping there would have. */
  @Test
  void selectBestTestsTheBestEpochsWeightsAndStatistics() {
    String train = "{epochs: %d, batch: 16, rate: {type: constant, base: 0.3}, select: %s}";
    int chosenBeforeTheEnd = 0;
    for (long seed = 0; seed < 4; seed++) {
      Tiny.Run best = DATA.run("se", train.formatted(5, "best"), seed);
      int epoch = best.metrics().epoch();
      for (Epoch e : best.history()) {
        assertTrue(e.validationTop1() <= best.metrics().validationTop1());
      }
      Tiny.Run stopped = DATA.run("se", train.formatted(epoch, "last"), seed);
      assertEquals(stopped.metrics(), best.metrics());
      chosenBeforeTheEnd += epoch < 5 ? 1 : 0;
    }
    assertTrue(chosenBeforeTheEnd > 0, "the last epoch was always best: nothing was tested");
  }

  /** 72 images in batches of 16 leave 8 out, and those of 72 none. */
  @Test
  void aLastSmallerBatchIsLeftOut() {
    Tiny.Run run = DATA.run("none", TRAIN, 1);
    double right = run.history().get(0).top1() * 64;
    assertEquals(Math.rint(right), right, 1e-9);
  }

  @Test
  void refusesWhatCannotBeTrained() {
    String rate = "rate: {type: constant, base: 0.05}}";
    Problem large =
        assertThrows(Problem.class, () -> DATA.run("none", "{epochs: 1, batch: 73, " + rate, 1));
    assertEquals("is 73, but 72 images are left to train on", large.getMessage());
    Tiny all = Tiny.of(0, new Augment(0, false));
    String best = "{epochs: 1, batch: 16, select: best, " + rate;
    assertEquals("select", assertThrows(Problem.class, () -> all.run("none", best, 1)).path());
  }

  /** Validation accuracy counts all 24 held-out images; without any there is none. */
  @Test
  void withoutValidationItsNumbersAreNone() {
    double right = DATA.run("none", TRAIN, 1).metrics().validationTop1() * 24;
    assertEquals(Math.rint(right), right, 1e-9);
    Metrics metrics = Tiny.of(0, new Augment(0, false)).run("none", TRAIN, 1).metrics();
    assertTrue(Double.isNaN(metrics.validationTop1()));
    assertEquals(3, metrics.epoch());
  }

  /** Shows the managers of the steps that its network runs in. */
  record Spy(Consumer<NDManager> sees) implements Attention.Custom {
    @Override
    public Layer block(Scope scope, Dims map) {
      Layer inner = Bind.inline(Attention.class, "se").block(scope, map);
      return new Layer() {
        @Override
        public Dims trace(Dims in, Sheet sheet) {
          return inner.trace(in, sheet);
        }

        @Override
        public NDArray forward(Pass pass, NDArray x) {
          sees.accept(x.getManager());
          return inner.forward(pass, x);
        }
      };
    }
  }

  @Test
  void everyStepAndEveryTrainingGivesBackItsArrays() {
    String train =
        "{epochs: 2, batch: 16, optimizer: {type: %s, weight-decay: 0.001}, select: best,"
            + " label-smoothing: 0.1, clip: 1, rate: {type: constant, base: 0.01}}";
    for (String optimizer : List.of("sgd", "adamw")) {
      Set<Integer> counts = new TreeSet<>();
      Set<NDManager> managers = new HashSet<>();
      for (int i = 0; i < 10; i++) {
        List<NDManager> parents = new ArrayList<>();
        List<Integer> atSteps = new ArrayList<>();
        Spy spy =
            new Spy(
                step -> {
                  managers.add(step);
                  parents.add(step.getParentManager());
                  atSteps.add(step.getParentManager().getManagedArrays().size());
                });
        DATA.run(spy, train.formatted(optimizer), i);
        counts.add(atSteps.get(0)); // the first unit of the first step
        managers.addAll(parents);
        assertEquals(1, Set.copyOf(parents).size());
      }
      assertEquals(1, counts.size(), "arrays at the same place of ten trainings: " + counts);
      for (NDManager manager : managers) {
        assertFalse(manager.isOpen());
        assertEquals(0, manager.getManagedArrays().size());
      }
    }
  }

  /** In epochs 2 to 6 the first step finds as many arrays as in each other. */
  @Test
  void arraysDoNotGrowInNumberFromEpochToEpoch() {
    List<Integer> counts = new ArrayList<>();
    NDManager[] last = new NDManager[1];
    Spy spy =
        new Spy(
            step -> {
              if (step != last[0]) {
                counts.add(step.getParentManager().getManagedArrays().size());
                last[0] = step;
              }
            });
    DATA.run(spy, "{epochs: 6, batch: 16, rate: {type: constant, base: 0.05}}", 1);
    int perEpoch = 72 / 16 + 1; // training steps and the evaluation of 24 images
    Set<Integer> firstSteps = new TreeSet<>();
    for (int epoch = 1; epoch < 6; epoch++) {
      firstSteps.add(counts.get(epoch * perEpoch));
    }
    assertEquals(6 * perEpoch + 1, counts.size());
    assertEquals(1, firstSteps.size(), firstSteps.toString());
  }
}
