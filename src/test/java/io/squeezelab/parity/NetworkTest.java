package io.squeezelab.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.backbone.Network;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Garbage;
import io.squeezelab.engine.Hardware;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Parameter;
import io.squeezelab.engine.Torch;
import io.squeezelab.engine.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole networks give PyTorch's logits and gradients, in training and in evaluation. */
@Tag("engine")
class NetworkTest {
  private static final double CLOSE = 1e-4;

  static Stream<Arguments> networks() {
    return Form.files("networks").entrySet().stream()
        .flatMap(
            file ->
                Stream.of(true, false)
                    .map(train -> Arguments.of(file.getKey(), file.getValue(), train)));
  }

  /** Every stored run is compared, none is left lying. */
  @Test
  void everyStoredRunIsMapped() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/parity/networks"))) {
      Set<String> stems =
          files.map(f -> f.getFileName().toString().split("[.]")[0]).collect(Collectors.toSet());
      assertEquals(stems, Form.files("networks").keySet());
    }
  }

  @ParameterizedTest(name = "{0} training {2}")
  @MethodSource("networks")
  void agreesWithPyTorch(String stem, JsonNode tree, boolean training) {
    Torch.start(Hardware.CPU, 1);
    Tensors reference = Tensors.read("/parity/networks/" + stem + ".safetensors");
    Form form = new Form(tree);
    Network network =
        form.network(Dims.parse(tree.get("input").asText()), tree.get("classes").asInt());
    String mode = training ? "train" : "eval";
    try (Weights weights = new Weights(network.parameters(), Hardware.CPU, 0);
        NDManager step = weights.manager().newSubManager()) {
      Map<String, float[]> state = form.ours(reference.under("state."));
      assertEquals(weights.copy().keySet(), new HashSet<>(state.keySet()));
      weights.load(state);
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
      gradients(form, reference, weights, leaf.getGradient().toFloatArray(), mode);
      if (training) {
        Map<String, float[]> actual = weights.copy();
        reference.under("after.").forEach((name, v) -> near(name, v, actual.get(form.ours(name))));
      }
    }
  }

  private static void gradients(
      Form form, Tensors reference, Weights weights, float[] flat, String mode) {
    for (Parameter p : weights.trained().parameters()) {
      reference
          .under("grad.")
          .forEach(
              (name, expected) -> {
                if (form.ours(name).equals(p.name() + "." + mode)) {
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
