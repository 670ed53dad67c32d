package io.squeezelab.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.backbone.Network;
import io.squeezelab.cost.Dims;
import io.squeezelab.data.Safetensors;
import io.squeezelab.engine.Hardware;
import io.squeezelab.engine.Torch;
import io.squeezelab.engine.Weights;
import io.squeezelab.layer.ForthAndBack.Tensor;
import io.squeezelab.parity.Form;
import io.squeezelab.parity.Tensors;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Trees;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network stored by PyTorch, under its own names, is the same network here. */
@Tag("engine")
class StartFromPyTorchTest {
  private static final String STEM = "resnet20-w8-se-standard";

  @TempDir private Path temp;

  @Test
  void renamedItGivesItsLogits() {
    Torch.start(Hardware.CPU, 1);
    JsonNode form = Form.files("networks").get(STEM);
    Tensors reference = Tensors.read("/parity/networks/" + STEM + ".safetensors");
    Path file = temp.resolve("theirs.safetensors");
    Map<String, Tensor> state = new LinkedHashMap<>();
    reference.under("state.").keySet().stream()
        .forEach(name -> state.put("module." + name, reference.all().get("state." + name)));
    Safetensors.write(file, state);
    Network network =
        new Form(form).network(Dims.parse(form.get("input").asText()), form.get("classes").asInt());
    Start start =
        Bind.inline(
            Start.class,
            "{weights: %s, left-over: refuse, rename: {'^module[.]': '', %s"
                .formatted(file, Trees.print(form.get("names")).substring(1) + "}"));
    Loading loading = start.located(temp).loading(network.parameters()).orElseThrow();
    assertEquals(loading.needed(), loading.tensors().size());
    try (Weights weights = new Weights(network.parameters(), Hardware.CPU, 0);
        NDManager step = weights.manager().newSubManager()) {
      weights.load(loading.read());
      NDArray x = step.create(reference.floats("x"), new Shape(reference.shape("x")));
      float[] logits = network.layers().forward(weights.evaluating(step), x).toFloatArray();
      double apart = Tensors.difference(reference.floats("logits.eval"), logits);
      assertTrue(apart < 1e-4, "off by " + apart);
    }
  }
}
