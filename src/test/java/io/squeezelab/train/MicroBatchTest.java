package io.squeezelab.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.squeezelab.attention.Attention;
import io.squeezelab.backbone.Backbone;
import io.squeezelab.backbone.Network;
import io.squeezelab.backbone.Placement;
import io.squeezelab.cost.Dims;
import io.squeezelab.data.Augment;
import io.squeezelab.engine.Hardware;
import io.squeezelab.engine.Torch;
import io.squeezelab.engine.Weights;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Bind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A step in parts is the step of the whole batch, but for norms that look at the batch; with those
 * it is PyTorch's (trajectory-micro-batches of the parity tests).
 */
@Tag("engine")
class MicroBatchTest {
  private static final int BATCH = 10;
  private static final String TRAIN =
      "{epochs: 1, batch: 10, label-smoothing: 0.1, clip: 0.5, rate: {type: constant, base: 0.5},"
          + " micro-batch: %d}";

  @BeforeAll
  static void start() {
    Torch.start(Hardware.CPU, 1);
  }

  /** VGG without norms; the loss, the logits in their order, the norm, and the weights after. */
  private static float[] stepped(int microBatch, boolean mixed) {
    Network network =
        Bind.inline(Backbone.class, "{type: vgg, depth: 11, width: 4, norm: none, dropout: 0}")
            .network(
                new Dims(3, 32, 32),
                5,
                Bind.inline(Attention.class, "se"),
                Bind.inline(Placement.class, "{}"));
    Train train = Bind.inline(Train.class, TRAIN.formatted(microBatch));
    try (Weights weights = new Weights(network.parameters(), Hardware.CPU, 3);
        NDManager manager = weights.manager().newSubManager()) {
      Stepper stepper = new Stepper(network.layers(), weights, train, new Span(1, 1));
      Random random = new Random(5);
      float[] pixels = new float[BATCH * 3 * 32 * 32];
      IntStream.range(0, pixels.length).forEach(i -> pixels[i] = (float) random.nextGaussian());
      NDArray images = manager.create(pixels, new Shape(BATCH, 3, 32, 32));
      NDArray labels = manager.create(new long[] {0, 1, 2, 3, 4, 4, 3, 2, 1, 0});
      NDArray others = manager.create(new long[] {1, 1, 1, 1, 1, 2, 2, 2, 2, 2});
      Target target =
          mixed
              ? new Target(labels, others, manager.create(.75f), manager.create(.25f))
              : Target.of(labels);
      Stepper.Trace trace = stepper.step(new Altered(images, target));
      assertEquals(DataType.FLOAT32, trace.loss().getDataType());
      float[] flat = weights.flat().toFloatArray();
      float[] logits = trace.logits().toFloatArray();
      float[] all = new float[2 + logits.length + flat.length];
      all[0] = trace.loss().getFloat();
      all[1] = trace.gradientNorm().getFloat();
      System.arraycopy(logits, 0, all, 2, logits.length);
      System.arraycopy(flat, 0, all, 2 + logits.length, flat.length);
      return all;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {9, 5, 4, 3, 1})
  void isTheWholeBatchUpToRounding(int microBatch) {
    assertArrayEquals(stepped(0, false), stepped(microBatch, false), 1e-5f);
    assertArrayEquals(stepped(0, true), stepped(microBatch, true), 1e-5f);
  }

  @Test
  void isAtMostTheBatch() {
    assertEquals(0, Bind.inline(Train.class, TRAIN.formatted(0)).microBatch());
    String more = TRAIN.formatted(11);
    BadInput refused = assertThrows(BadInput.class, () -> Bind.inline(Train.class, more));
    assertEquals(true, refused.getMessage().contains("micro-batch: must be at most 10, is 11"));
  }

  /** What a part has made is closed when the next one comes. */
  @Test
  void aPartLeavesNothingBehind() {
    Tiny data = Tiny.of(24, new Augment(0, false));
    List<Integer> counts = new ArrayList<>();
    NDManager[] last = new NDManager[1];
    TrainingTest.Spy spy =
        new TrainingTest.Spy(
            part -> {
              if (part != last[0]) {
                counts.add(part.getParentManager().getManagedArrays().size());
                last[0] = part;
              }
            });
    data.run(spy, "{epochs: 1, batch: 16, micro-batch: 4, rate: {type: constant, base: 0.1}}", 1);
    assertEquals(4 * 4 + 1 + 1, counts.size(), "parts, a validation and a test");
    List<Integer> parts = counts.subList(0, 4);
    for (int i = 1; i < 4; i++) {
      assertEquals(
          parts.get(0) + i, parts.get(i), "the logits of the parts before alone: " + parts);
    }
  }
}
