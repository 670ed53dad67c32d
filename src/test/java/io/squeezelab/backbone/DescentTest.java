package io.squeezelab.backbone;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.attention.Attention;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Hardware;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Parameter;
import io.squeezelab.engine.Torch;
import io.squeezelab.engine.Weights;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Trees;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A short step against the gradient lowers the loss of every backbone, with SE, by at least half of
 * what the gradient promises.
 */
@Tag("engine")
class DescentTest {
  private static final int IMAGES = 8;
  private static final int CLASSES = 5;

  /** By how much the step would lower the loss if that were linear. */
  private static final double PROMISED = 0.01;

  static List<Named<Network>> networks() {
    JsonNode all = Trees.resource(DescentTest.class, "/backbones-small.yaml");
    return StreamSupport.stream(all.spliterator(), false).map(DescentTest::network).toList();
  }

  private static Named<Network> network(JsonNode small) {
    Dims input = Dims.parse(small.get("input").asText());
    Attention se = Bind.inline(Attention.class, "{preset: se, reduction: 4}");
    Network network =
        Bind.read(Backbone.class, small.get("backbone"))
            .network(input, CLASSES, se, Placement.STANDARD);
    return Named.of(Trees.print(small.get("backbone")), network);
  }

  @ParameterizedTest
  @MethodSource("networks")
  void aStepAgainstTheGradientLowersTheLoss(Network network) {
    Torch.start(Hardware.CPU, 1);
    try (Weights weights = new Weights(network.parameters(), Hardware.CPU, 1)) {
      float[] gradient = new float[weights.trained().length()];
      double before = loss(network, weights, gradient);
      descend(weights, gradient);
      double after = loss(network, weights, gradient);
      assertTrue(after < before - PROMISED / 2, before + " becomes " + after);
    }
  }

  /** Cross-entropy in training, of the same images and with the same channels dropped. */
  private static double loss(Network network, Weights weights, float[] gradient) {
    Torch.seed(3);
    try (NDManager step = weights.manager().newSubManager()) {
      NDArray images = images(network.input(), step);
      NDArray labels = step.create(new long[] {0, 1, 2, 3, 4, 0, 1, 2}, new Shape(IMAGES));
      NDArray leaf = weights.leaf(step);
      NDArray likely =
          Torch.recording(
              () -> {
                NDArray y = network.layers().forward(weights.recording(leaf, true), images);
                return Ops.mean(Ops.pick(Ops.logSoftmax(y), labels));
              });
      Torch.backward(likely, step.full(new Shape(), -1f));
      float[] numbers = leaf.getGradient().toFloatArray();
      System.arraycopy(numbers, 0, gradient, 0, gradient.length);
      return -likely.getFloat();
    }
  }

  private static NDArray images(Dims input, NDManager step) {
    Random random = new Random(2);
    Shape shape = new Shape(IMAGES, input.channels(), input.height(), input.width());
    float[] numbers = new float[Math.toIntExact(shape.size())];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return step.create(numbers, shape);
  }

  private static void descend(Weights weights, float[] gradient) {
    double squares = 0;
    for (float slope : gradient) {
      squares += (double) slope * slope;
    }
    double rate = PROMISED / squares;
    Map<String, float[]> all = weights.copy();
    for (Parameter p : weights.trained().parameters()) {
      float[] numbers = all.get(p.name());
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] -= (float) (rate * gradient[weights.trained().offset(p) + i]);
      }
    }
    weights.load(all);
  }
}
