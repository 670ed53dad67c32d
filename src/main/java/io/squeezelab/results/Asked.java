package io.squeezelab.results;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.experiment.Arm;
import io.squeezelab.experiment.Experiment;
import io.squeezelab.experiment.Resolved;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code arms.jsonl} says: which arms a search asked for, in that order, and which of its arms
 * do not go on, and why.
 */
record Asked(List<Arm> arms, Map<String, String> stopped) {

  /** Nothing where there is no such file. A line that a crash tore is left out. */
  static Asked read(Path folder) {
    Asked asked = new Asked(new ArrayList<>(), new LinkedHashMap<>());
    for (String line : lines(folder.resolve(ArmLog.FILE))) {
      try {
        asked.add(Trees.json(line));
      } catch (BadInput | Problem torn) {
        // the next sweep writes it again
      }
    }
    return asked;
  }

  private static List<String> lines(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
    } catch (NoSuchFileException none) {
      return List.of();
    } catch (IOException e) {
      throw new BadInput("cannot read " + file + ": " + BadInput.reason(e), e);
    }
  }

  private void add(JsonNode line) {
    String label = line.path("arm").asText();
    if (line.has("trial")) {
      arms.add(Resolved.arm(label, line));
    } else if (line.path("stopped").isTextual()) {
      stopped.put(label, line.path("stopped").textValue());
    } else {
      stopped.remove(label);
    }
  }

  /** The experiment with these arms behind its own. */
  Experiment joined(Experiment with) {
    List<Arm> all = new ArrayList<>(with.arms());
    all.addAll(arms);
    return new Experiment(
        with.name(),
        with.question(),
        all,
        with.baseline(),
        with.seeds(),
        with.space(),
        with.search(),
        with.budget(),
        with.run(),
        with.expected().among(all, with.baseline()));
  }
}
