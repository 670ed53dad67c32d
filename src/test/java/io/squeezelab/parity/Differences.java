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

/**
 * How far our numbers are from those of a stored run: largest difference over largest number.
 *
 * @param found by tensor
 */
record Differences(ParityCase one, Map<String, Double> found) {

  /** Of a whole run: tensor by tensor, as the stored file calls them. */
  static Map<String, Double> of(ParityCase one, boolean training) {
    Differences differences = new Differences(one, new LinkedHashMap<>());
    differences.run(training);
    return differences.found;
  }

  private void run(boolean training) {
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
      module.weights().load(weights(reference, module));
      Tensor cotangent = new Tensor(reference.floats("r"), reference.shape("r"));
      Gradients actual = module.back(inputs, cotangent, training);
      near("y", reference.floats("y" + mode), actual.y().numbers());
      for (int i = 0; i < inputs.size(); i++) {
        String key = "grad." + one.test().at("/inputs/" + i + "/key").asText() + mode;
        near(key, reference.floats(key), actual.ofInputs().get(i));
      }
      gradients(reference, actual.ofParameters(), mode);
      if (training) {
        after(reference, module.weights().copy());
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
  private Map<String, float[]> weights(Tensors reference, ForthAndBack module) {
    Map<String, float[]> weights = new LinkedHashMap<>();
    reference
        .under("param.")
        .forEach(
            (theirs, numbers) -> {
              String ours = one.names().get(theirs);
              assertTrue(ours != null || unused(theirs), theirs + " has no name of ours");
              if (ours != null) {
                weights.put(ours, numbers);
              }
            });
    Set<String> all = module.weights().copy().keySet();
    assertEquals(all, weights.keySet(), "parameters of the module");
    return weights;
  }

  private boolean unused(String name) {
    return one.test().get("unused_params").toString().contains("\"" + name + "\"")
        || one.form().path("ignored").toString().contains("\"" + name + "\"");
  }

  private void gradients(Tensors reference, Map<String, float[]> actual, String mode) {
    reference
        .under("grad.param.")
        .forEach(
            (name, expected) -> {
              if (!name.endsWith(mode)) {
                return;
              }
              String theirs = name.substring(0, name.length() - mode.length());
              if (unused(theirs)) {
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
                near("grad.param." + name, expected, gradient);
              }
            });
  }

  private void after(Tensors reference, Map<String, float[]> actual) {
    reference
        .under("after.")
        .forEach(
            (name, expected) -> {
              String theirs = name.replace(".train", "");
              if (!unused(theirs)) {
                near("after." + name, expected, actual.get(one.names().get(theirs)));
              }
            });
  }

  private void near(String what, float[] expected, float[] actual) {
    found.put(what, Tensors.difference(expected, actual));
  }
}
