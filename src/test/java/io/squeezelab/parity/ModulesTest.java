package io.squeezelab.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.attention.Attention;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Hardware;
import io.squeezelab.engine.Parameters;
import io.squeezelab.layer.ForthAndBack;
import io.squeezelab.layer.ForthAndBack.Gradients;
import io.squeezelab.layer.ForthAndBack.Tensor;
import io.squeezelab.layer.Join;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every published module gives the numbers of its original, forth and back. */
@Tag("engine")
class ModulesTest {
  static Stream<Named<ParityCase>> cases() {
    return ParityCase.all().map(one -> Named.of(one.name(), one));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agreesWithTheOriginal(ParityCase one) {
    check(one, true);
    check(one, false);
  }

  private static void check(ParityCase one, boolean training) {
    Tensors reference = one.tensors();
    boolean differs = one.test().get("eval_differs").asBoolean();
    String mode = training || !differs ? ".train" : ".eval";
    List<Tensor> inputs = inputs(one.test(), reference);
    long[] shape = inputs.get(0).shape();
    Dims map = new Dims((int) shape[1], (int) shape[2], (int) shape[3]);
    Attention attention = one.attention();
    assertEquals(attention.inputs(), inputs.size(), "inputs");
    Parameters declared = new Parameters();
    Join join = attention.join(declared.scope(), map);
    try (ForthAndBack module = new ForthAndBack(declared, join, Hardware.CPU, 0)) {
      module.weights().load(weights(one, reference, module));
      Tensor cotangent = new Tensor(reference.floats("r"), reference.shape("r"));
      Gradients actual = module.back(inputs, cotangent, training);
      near(one, "y", reference.floats("y" + mode), actual.y().numbers());
      for (int i = 0; i < inputs.size(); i++) {
        String key = "grad." + one.test().at("/inputs/" + i + "/key").asText() + mode;
        near(one, key, reference.floats(key), actual.ofInputs().get(i));
      }
      gradients(one, reference, actual.ofParameters(), mode);
      if (training) {
        after(one, reference, module.weights().copy());
      }
    }
  }

  private static List<Tensor> inputs(JsonNode test, Tensors reference) {
    List<Tensor> inputs = new ArrayList<>();
    for (JsonNode input : test.get("inputs")) {
      String key = input.get("key").asText();
      inputs.add(new Tensor(reference.floats(key), reference.shape(key)));
    }
    return inputs;
  }

  /** Every one of theirs must have one of ours, and the other way round. */
  private static Map<String, float[]> weights(
      ParityCase one, Tensors reference, ForthAndBack module) {
    Map<String, float[]> weights = new LinkedHashMap<>();
    reference
        .under("param.")
        .forEach(
            (theirs, numbers) -> {
              String ours = one.names().get(theirs);
              assertTrue(ours != null || unused(one, theirs), theirs + " has no name of ours");
              if (ours != null) {
                weights.put(ours, numbers);
              }
            });
    Set<String> all = module.weights().copy().keySet();
    assertEquals(all, weights.keySet(), "parameters of the module");
    return weights;
  }

  private static boolean unused(ParityCase one, String name) {
    return one.test().get("unused_params").toString().contains("\"" + name + "\"")
        || one.form().path("ignored").toString().contains("\"" + name + "\"");
  }

  private static void gradients(
      ParityCase one, Tensors reference, Map<String, float[]> actual, String mode) {
    reference
        .under("grad.param.")
        .forEach(
            (name, expected) -> {
              if (!name.endsWith(mode)) {
                return;
              }
              String theirs = name.substring(0, name.length() - mode.length());
              if (unused(one, theirs)) {
                return;
              }
              float[] gradient = actual.get(one.names().get(theirs));
              assertNotNull(gradient, name);
              if (one.test().get("zero_grad_params_train").toString().contains(theirs)
                  && mode.equals(".train")) {
                for (float g : gradient) {
                  assertEquals(0, g, 1e-4, name);
                }
              } else {
                near(one, "grad.param." + name, expected, gradient);
              }
            });
  }

  private static void after(ParityCase one, Tensors reference, Map<String, float[]> actual) {
    reference
        .under("after.")
        .forEach(
            (name, expected) -> {
              String theirs = name.replace(".train", "");
              if (!unused(one, theirs)) {
                near(one, "after." + name, expected, actual.get(one.names().get(theirs)));
              }
            });
  }

  private static void near(ParityCase one, String what, float[] expected, float[] actual) {
    double apart = Tensors.difference(expected, actual);
    assertTrue(apart < one.tolerance(), () -> what + " is off by " + apart);
  }
}
