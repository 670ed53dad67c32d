package io.squeezelab.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.cost.Cost;
import io.squeezelab.cost.Dims;
import io.squeezelab.spec.Trees;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Parameters, buffers and multiply-adds of whole networks equal those counted on PyTorch's, to the
 * last one.
 *
 * <p>counted.json holds what was counted, the YAML files beside it how the networks are written in
 * our grammar. Where a multiply-add is counted otherwise on purpose, {@code macs} in the YAML has
 * our figure and {@code why} the reason.
 */
class BackbonesTest {
  private static final JsonNode COUNTED =
      Trees.resource(BackbonesTest.class, "/parity/backbones/counted.json");

  private static Map<String, JsonNode> forms() {
    Map<String, JsonNode> forms = new TreeMap<>();
    for (JsonNode file : Form.files("backbones").values()) {
      file.properties().forEach(entry -> forms.put(entry.getKey(), entry.getValue()));
    }
    return forms;
  }

  static Stream<Arguments> networks() {
    return forms().entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void equalsWhatWasCounted(String key, JsonNode form) {
    JsonNode counted = COUNTED.get(key);
    Dims input =
        new Dims(
            counted.at("/input/0").asInt(),
            counted.at("/input/1").asInt(),
            counted.at("/input/2").asInt());
    Cost cost = new Form(form).network(input, counted.get("classes").asInt()).cost();
    assertEquals(counted.get("params").asLong(), cost.params(), "parameters");
    assertEquals(counted.get("buffers").asLong(), cost.buffers(), "buffers");
    assertTrue(form.has("macs") == form.has("why"), "a figure of our own needs its reason");
    assertEquals(form.path("macs").asLong(counted.get("macs").asLong()), cost.macs(), "MACs");
  }

  @Test
  void everyCountedNetworkIsMapped() {
    Map<String, JsonNode> forms = forms();
    COUNTED.fieldNames().forEachRemaining(key -> assertTrue(forms.containsKey(key), key));
    assertEquals(COUNTED.size(), forms.size());
  }
}
