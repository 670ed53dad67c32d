package io.squeezelab.cli;

import io.squeezelab.data.Safetensors;
import io.squeezelab.layer.ForthAndBack.Tensor;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Names;
import io.squeezelab.trial.Declared;
import io.squeezelab.trial.Loading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tensors of a module or network from a file that may come from another framework: each is
 * needed but fixed bases, and no others are taken but PyTorch's counters of batches. Axes of size 1
 * may be left out or added. Names may have {@code param.} before them, as the gradients in the
 * output of {@code apply} do.
 */
final class WeightsFile {
  private static final String PREFIX = "param.";

  private final Path file;
  private final Map<String, Tensor> held = new LinkedHashMap<>();
  private final List<String> faults = new ArrayList<>();

  private WeightsFile(Path file) {
    this.file = file;
    Safetensors.read(file)
        .forEach(
            (name, tensor) -> {
              if (!Declared.isCounter(name)) {
                held.put(name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name, tensor);
              }
            });
  }

  /**
   * The numbers by our names, or one message with all that does not fit.
   *
   * @param whose for the message: {@code the network's}
   */
  static Map<String, float[]> read(Path file, String whose, List<Declared> needed) {
    return new WeightsFile(file).matched(whose, needed);
  }

  private Map<String, float[]> matched(String whose, List<Declared> needed) {
    Map<String, float[]> numbers = new LinkedHashMap<>();
    Set<String> missing = new LinkedHashSet<>();
    Set<String> unknown = new LinkedHashSet<>(held.keySet());
    List<String> wrong = new ArrayList<>();
    for (Declared one : needed) {
      Tensor tensor = held.get(one.name());
      unknown.remove(one.name());
      if (tensor == null) {
        if (!one.fixed()) {
          missing.add(one.name());
        }
      } else if (!one.takes(sizes(tensor))) {
        String shapes = Table.shape(sizes(tensor)) + ", must be " + Table.shape(one.shape());
        wrong.add("wrong shape: " + one.name() + " is " + shapes);
      } else {
        numbers.put(one.name(), tensor.numbers());
      }
    }
    needed.stream()
        .filter(one -> missing.contains(one.name()))
        .forEach(one -> faults.add(lacks(one, unknown)));
    unknown.forEach(name -> faults.add(unknown(name, missing)));
    faults.addAll(0, wrong);
    if (!faults.isEmpty()) {
      String count = numbers.size() + " of " + whose + " " + needed.size() + " tensors";
      throw new BadInput(file + " gives " + count + ":\n  " + Loading.some(faults));
    }
    return numbers;
  }

  private static String lacks(Declared one, Set<String> unknown) {
    String shape = one.name() + " " + Table.shape(one.shape());
    return "missing: "
        + shape
        + Names.nearest(one.name(), unknown).map(n -> "; there is " + n).orElse("");
  }

  private String unknown(String name, Set<String> missing) {
    String shape = name + " " + Table.shape(sizes(held.get(name)));
    return "unknown: "
        + shape
        + Names.nearest(name, missing).map(n -> "; did you mean " + n + "?").orElse("");
  }

  private static List<Long> sizes(Tensor tensor) {
    return Arrays.stream(tensor.shape()).boxed().toList();
  }
}
