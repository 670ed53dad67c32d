package io.squeezelab.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.squeezelab.attention.Attention;
import io.squeezelab.attention.None;
import io.squeezelab.backbone.Network;
import io.squeezelab.backbone.Placement;
import io.squeezelab.backbone.ResnetCifar;
import io.squeezelab.backbone.Shortcut;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.data.Augment;
import io.squeezelab.data.Data;
import io.squeezelab.data.Images;
import io.squeezelab.data.Official;
import io.squeezelab.engine.Hardware;
import io.squeezelab.engine.Parameters;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Torch;
import io.squeezelab.engine.Weights;
import io.squeezelab.layer.Join;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Family;
import io.squeezelab.spec.Problem;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is recorded of a network's gates, and that nobody's numbers change by it. */
@Tag("engine")
class GatesTest {
  private static final String TRAIN =
      "{epochs: 2, batch: 16, select: %s, rate: {type: constant, base: 0.1}}";

  @BeforeAll
  static void start() {
    Torch.start(Hardware.CPU, 1);
  }

  private record Trained(Metrics metrics, Gates gates) {}

  private static Trained train(String attention, int validation, String select) {
    Tiny data = Tiny.of(validation, new Augment(0, false));
    Network network =
        new ResnetCifar(8, 4, Shortcut.A, false)
            .network(
                data.dims(),
                Tiny.CLASSES,
                Bind.inline(Attention.class, attention),
                Placement.STANDARD);
    Official official = new Official(data.images(Data.Split.TRAIN), data.images(Data.Split.TEST));
    Train recipe = Bind.inline(Train.class, TRAIN.formatted(select));
    try (Training training = new Training(network, data, recipe, 0, official, Hardware.CPU)) {
      Metrics metrics = training.run(epoch -> {}).orElseThrow();
      return new Trained(metrics, training.gates());
    }
  }

  @Test
  void everyGateOfTheNetworkHasAPlaceAndAShape() {
    Gates gates = train("{excite: {type: bottleneck, reduction: 2}}", 32, "last").gates();
    assertEquals(
        List.of(
            "layer1.0.attention 4x1x1", "layer2.0.attention 8x1x1", "layer3.0.attention 16x1x1"),
        gates.places().stream().map(p -> p.place() + " " + p.weights()).toList());
    assertEquals(Gates.Split.VALIDATION, gates.split());
    assertEquals(32, gates.images().stream().mapToInt(n -> n).sum());
    assertEquals(List.of("0", "1", "2", "3"), gates.classes());
  }

  @Test
  void modulesInSequenceAreRecordedOneByOne() {
    String spatial = "{squeeze: {type: max, keep: spatial}, excite: identity}";
    Gates gates =
        train("{type: sequence, of: [{excite: identity}, " + spatial + "]}", 32, "last").gates();
    assertEquals("layer1.0.attention.0 4x1x1", shape(gates.places().get(0)));
    assertEquals("layer1.0.attention.1 1x8x8", shape(gates.places().get(1)));
    assertEquals(32 * 64, gates.places().get(1).histogram().stream().mapToLong(n -> n).sum());
  }

  private static String shape(Gates.Place place) {
    return place.place() + " " + place.weights();
  }

  @Test
  void withoutAValidationSplitTheTestSplitIsRecordedAndNamed() {
    Gates gates = train("{excite: identity}", 0, "last").gates();
    assertEquals(Gates.Split.TEST, gates.split());
    assertEquals(60, gates.images().stream().mapToInt(n -> n).sum());
  }

  @Test
  void aNetworkWithoutGatesHasARecordWithoutPlaces() {
    assertEquals(List.of(), train("none", 32, "last").gates().places());
  }

  /** To the bit: the metrics of a trial whose gates are recorded, and of one whose are not. */
  @Test
  void recordingChangesNoNumber() {
    Tiny data = Tiny.of(32, new Augment(0, false));
    String attention = "{excite: {type: bottleneck, reduction: 2}}";
    Tiny.Run without = data.run(attention, TRAIN.formatted("best"), 0);
    assertEquals(without.metrics(), train(attention, 32, "best").metrics());
  }

  /** A gate whose weights are the pixels of (N, 3, 1, 1), used twice. */
  private record Twice() implements Layer {
    @Override
    public Dims trace(Dims in, Sheet sheet) {
      return in;
    }

    @Override
    public NDArray forward(Pass pass, NDArray x) {
      pass.observe("shared", x);
      pass.observe("shared", x);
      return x.reshape(x.getShape().get(0), x.getShape().get(1));
    }
  }

  /** 620 images are three batches, of which the last is smaller. */
  @Test
  void anObservedEvaluationHasTheSameScoreAndSeesEveryImage() {
    Tiny data = new Tiny(new Dims(3, 1, 1), 1, 620, 0, new Augment(0, false));
    Images images = data.images(Data.Split.TEST);
    for (int i = 0; i < images.count(); i++) {
      images.labels()[i] %= 3;
    }
    try (Weights weights = new Weights(new Parameters(), Hardware.CPU, 0);
        ImageStore store = new ImageStore(weights.manager(), images, data, 0)) {
      Evaluation evaluation = new Evaluation(new Twice(), weights);
      int before = weights.manager().getManagedArrays().size();
      Stores stores = new Stores(null, store, null, null);
      Gates gates = GateTally.of(evaluation, stores, List.of("a", "b", "c"));
      assertEquals(before, weights.manager().getManagedArrays().size());
      GateTally tally = new GateTally(List.of("a", "b", "c"));
      assertEquals(evaluation.of(store), evaluation.of(store, tally));
      assertEquals(
          List.of("shared", "shared#2"), gates.places().stream().map(p -> p.place()).toList());
      checkMeans(gates, images, data);
    }
  }

  private static void checkMeans(Gates gates, Images images, Tiny data) {
    for (int k = 0; k < 3; k++) {
      for (int c = 0; c < 3; c++) {
        double sum = 0;
        for (int i = 0; i < images.count(); i++) {
          double pixel = (images.pixels()[3 * i + c] & 0xff) / 255.0;
          double seen = (pixel - data.mean().get(c)) / data.deviation().get(c);
          sum += images.labels()[i] == k ? seen : 0;
        }
        double mean = gates.places().get(1).classMean().get(k).get(c);
        assertEquals(sum / images.counts(3)[k], mean, 1e-5);
      }
    }
  }

  /** Weights that lie in memory in another order than their axes say, as a permutation leaves. */
  @Test
  void weightsAreReadInTheOrderOfTheirAxes() {
    try (Weights weights = new Weights(new Parameters(), Hardware.CPU, 0);
        NDManager step = weights.manager().newSubManager()) {
      NDArray apart = step.arange(6f).reshape(1, 3, 2, 1).transpose(0, 2, 1, 3); // (1, 2, 3, 1)
      NDArray labels = step.zeros(new Shape(1), DataType.INT64);
      GateTally tally = new GateTally(List.of("only"));
      tally.batch(labels).see("here", apart);
      Gates.Place of = tally.result(Gates.Split.TEST).places().get(0);
      assertEquals(List.of(List.of(2., 3.)), of.classMean()); // 0, 2, 4 and 1, 3, 5
    }
  }

  /**
   * Image n is full of n in its first channel, n + 10 in the second, and so on; weights are the
   * averages of the channels. Of 4 groups of 2 channels, the second ones are gated.
   */
  @Test
  void theGroupsOfASplitAreChannelsOfTheirImage() {
    Attention split =
        Bind.inline(
            Attention.class,
            "{type: split, groups: 4, of: [none, {excite: identity, gate: identity}]}");
    Parameters parameters = new Parameters();
    Layer module = split.block(parameters.scope().in("here"), new Dims(8, 1, 1));
    GateTally tally = new GateTally(List.of("even", "odd"));
    try (Weights weights = new Weights(parameters, Hardware.CPU, 0);
        NDManager step = weights.manager().newSubManager()) {
      NDArray labels = step.create(new long[] {0, 1, 0, 1, 0, 1});
      NDArray channels = step.arange(0f, 80f, 10f).reshape(1, 8, 1, 1);
      NDArray maps = step.arange(6f).reshape(6, 1, 1, 1).add(channels);
      module.forward(weights.evaluating(step).observedBy(tally.batch(labels)), maps);
    }
    Gates.Place place = tally.result(Gates.Split.TEST).places().get(0);
    assertEquals("here.1 4x1x1", shape(place));
    assertEquals(
        List.of(List.of(12., 32., 52., 72.), List.of(13., 33., 53., 73.)), place.classMean());
  }

  @Test
  void weightsOfOtherImagesAreNotCounted() {
    try (Weights weights = new Weights(new Parameters(), Hardware.CPU, 0);
        NDManager step = weights.manager().newSubManager()) {
      NDArray labels = step.zeros(new Shape(2), DataType.INT64);
      Pass.Observer observer = new GateTally(List.of("only")).batch(labels);
      NDArray folded = step.zeros(new Shape(8, 1, 1, 1));
      Exception refused =
          assertThrows(IllegalStateException.class, () -> observer.see("here", folded));
      assertEquals("here gave weights for 8 images, there are 2", refused.getMessage());
    }
  }

  /** Whatever a module is made of, each of its gates has (N, C', H', W') weights and a name. */
  @ParameterizedTest
  @MethodSource("presets")
  void theGatesOfEveryPublishedModuleAreRecorded(String preset) {
    Attention attention = Bind.inline(Attention.class, preset);
    Dims map = new Dims(128, 28, 28);
    Parameters parameters = new Parameters();
    Join module = attention.join(parameters.scope().in("here"), map);
    GateTally tally = new GateTally(List.of("only"));
    try (Weights weights = new Weights(parameters, Hardware.CPU, 0);
        NDManager step = weights.manager().newSubManager()) {
      NDArray labels = step.zeros(new Shape(2), DataType.INT64);
      NDArray maps = step.randomNormal(new Shape(2, 128, 28, 28));
      List<NDArray> inputs = Collections.nCopies(attention.inputs(), maps);
      module.forward(weights.evaluating(step).observedBy(tally.batch(labels)), inputs);
    }
    List<Gates.Place> places = tally.result(Gates.Split.TEST).places();
    assertEquals(attention instanceof None, places.isEmpty());
    for (Gates.Place place : places) {
      assertTrue(place.place().startsWith("here"), place.place());
      assertEquals(2 * place.weights().size(), place.histogram().stream().mapToLong(n -> n).sum());
    }
  }

  static Stream<String> presets() {
    return Family.of(Attention.class).presets().keySet().stream();
  }

  @Test
  void aRecordThatContradictsItselfIsRefused() {
    Gates good = train("{excite: identity}", 32, "last").gates();
    Problem fewer =
        assertThrows(
            Problem.class,
            () ->
                new Gates(good.split(), List.of("a"), good.images(), .05, -1, .05, good.places()));
    assertEquals("images", fewer.path());
    Problem row =
        assertThrows(
            Problem.class,
            () -> new Gates(good.split(), List.of("a"), List.of(32), .05, -1, .05, good.places()));
    assertTrue(row.getMessage().contains("a row for each of 1 classes"), row.getMessage());
  }
}
