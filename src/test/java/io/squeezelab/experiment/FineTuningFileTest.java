package io.squeezelab.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.squeezelab.data.Safetensors;
import io.squeezelab.layer.ForthAndBack.Tensor;
import io.squeezelab.spec.BadInput;
import io.squeezelab.trial.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** experiments/fine-tuning.yaml starts from what experiments/fine-tuning-start.yaml gives. */
class FineTuningFileTest {
  private static final Path FOLDER = Path.of("experiments");
  private static final String FILE = "fine-tuning.yaml";

  @TempDir private Path temp;

  private static Trial first() {
    List<Planned> trials = ExperimentFile.read(FOLDER.resolve("fine-tuning-start.yaml")).trials();
    assertEquals(1, trials.size());
    return trials.get(0).trial();
  }

  @Test
  void allArmsFitThoseWeights() throws IOException {
    Path experiments = Files.createDirectories(temp.resolve("experiments"));
    Path file = Files.copy(FOLDER.resolve(FILE), experiments.resolve(FILE));
    String before = assertThrows(BadInput.class, () -> ExperimentFile.read(file)).getMessage();
    assertTrue(before.contains("trial.start.weights: no such file: "), before);
    Path weights =
        temp.resolve("results/fine-tuning-start/trials/" + first().id() + "/weights.safetensors");
    Files.createDirectories(weights.getParent());
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    var declared = first().recipe().network().parameters();
    Stream.of(declared.trained(), declared.buffers())
        .flatMap(List::stream)
        .forEach(p -> tensors.put(p.name(), new Tensor(new float[p.size()], p.shape().toArray())));
    Safetensors.write(weights, tensors);
    assertEquals(9, ExperimentFile.read(file).arms().size());
  }
}
