package io.squeezelab.parity;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.backbone.Network;
import io.squeezelab.engine.Garbage;
import io.squeezelab.engine.Hardware;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Parameter;
import io.squeezelab.engine.Torch;
import io.squeezelab.engine.Weights;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole networks give PyTorch's logits and gradients, in training and in evaluation. */
@Tag("engine")
class NetworkTest {
  private static final double CLOSE = 1e-4;

  static Stream<Arguments> networks() {
    return Reference.cases("network")
        .flatMap(
            c ->
                Stream.of(true, false)
                    .map(train -> Arguments.of(Named.of(c.get("name").asText(), c), train)));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void agreesWithPyTorch(JsonNode test, boolean training) {
    Torch.start(Hardware.CPU, 1);
    Tensors reference = Reference.tensors(test);
    Network network = Reference.network(test);
    String mode = training ? "train" : "eval";
    try (Weights weights = new Weights(network.parameters(), Hardware.CPU, 0);
        NDManager step = weights.manager().newSubManager()) {
      weights.load(Reference.ours(reference.under("state.")));
      NDArray leaf = weights.leaf(step);
      NDArray x = step.create(reference.floats("x"), new Shape(reference.shape("x")));
      x.setRequiresGradient(true);
      NDArray labels = step.create(reference.longs("y"));
      NDArray[] logits = new NDArray[1];
      NDArray loss =
          Torch.recording(
              () -> {
                logits[0] = network.layers().forward(weights.recording(leaf, training), x);
                return Ops.mean(Ops.pick(Ops.logSoftmax(logits[0]), labels)).neg();
              });
      Garbage.collect();
      Torch.backward(loss, weights.one());
      near("logits", reference.floats("logits." + mode), logits[0].toFloatArray());
      near("grad.x", reference.floats("grad.x." + mode), x.getGradient().toFloatArray());
      gradients(reference, weights, leaf.getGradient().toFloatArray(), mode);
      if (training) {
        Map<String, float[]> actual = weights.copy();
        reference
            .under("after.")
            .forEach((name, v) -> near(name, v, actual.get(Reference.ours(name))));
      }
    }
  }

  private static void gradients(Tensors reference, Weights weights, float[] flat, String mode) {
    for (Parameter p : weights.trained().parameters()) {
      reference
          .under("grad.")
          .forEach(
              (name, expected) -> {
                if (Reference.ours(name).equals(p.name() + "." + mode)) {
                  int from = weights.trained().offset(p);
                  near(name, expected, Arrays.copyOfRange(flat, from, from + p.size()));
                }
              });
    }
  }

  private static void near(String name, float[] expected, float[] actual) {
    double difference = Tensors.difference(expected, actual);
    assertTrue(difference < CLOSE, name + " is off by " + difference);
  }
}
