package io.squeezelab.trial;

import io.squeezelab.data.Safetensors;
import io.squeezelab.engine.Parameter;
import io.squeezelab.engine.Parameters;
import io.squeezelab.layer.ForthAndBack.Tensor;
import io.squeezelab.spec.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * {@code trials/ID/weights.safetensors}: parameters and buffers of a trained network by name, with
 * the trial that gave them. Written whole or not at all.
 */
public final class WeightFile {
  public static final String NAME = "weights.safetensors";

  private WeightFile() {}

  /** Where the weights of a trial are, or are to be. */
  public static Path beside(Path log) {
    return log.toAbsolutePath().resolveSibling(NAME);
  }

  /**
   * @param numbers of all that is declared, by name
   */
  static void write(Path file, Trial trial, Parameters declared, Map<String, float[]> numbers) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    Stream.concat(declared.trained().stream(), declared.buffers().stream())
        .forEach(p -> tensors.put(p.name(), tensor(p, numbers)));
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("id", trial.id());
    metadata.put("trial", Trees.print(trial.resolved()));
    metadata.put("version", Version.text());
    try {
      Files.createDirectories(file.getParent());
      Safetensors.writeWhole(file, metadata, tensors);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private static Tensor tensor(Parameter p, Map<String, float[]> numbers) {
    return new Tensor(numbers.get(p.name()), p.shape().toArray());
  }
}
