package io.squeezelab.cli;

import io.squeezelab.cost.Dims;
import io.squeezelab.data.Safetensors;
import io.squeezelab.layer.ForthAndBack.Tensor;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Names;
import io.squeezelab.trial.Specimen;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The file with what a module is applied to. */
final class InputFile {
  private static final String ENDING = ".safetensors";
  private static final int MOST_SHOWN = 8;

  private final Path file;
  private final Map<String, Tensor> tensors;

  InputFile(Path file) {
    this.file = file;
    tensors = Safetensors.read(file);
  }

  static String shape(Tensor tensor) {
    return Table.shape(Arrays.stream(tensor.shape()).boxed().toList());
  }

  private Tensor get(String name) {
    if (!tensors.containsKey(name)) {
      String near =
          Names.nearest(name, tensors.keySet()).map(n -> "; did you mean " + n + "?").orElse("");
      throw new BadInput(file + " has no tensor " + name + "; it has " + names() + near);
    }
    return tensors.get(name);
  }

  private String names() {
    List<String> names = List.copyOf(tensors.keySet());
    int shown = Math.min(MOST_SHOWN, names.size());
    String more = shown == names.size() ? "" : " and " + (names.size() - shown) + " more";
    return names.isEmpty() ? "none" : String.join(", ", names.subList(0, shown)) + more;
  }

  /**
   * The shape of each input, without the batch axis.
   *
   * @param name of the first input
   * @param channels as the user says, or null
   * @param size as the user says, or null
   */
  Dims map(String name, Integer channels, String size) {
    Tensor x = get(name);
    long[] sides = x.shape();
    if (sides.length != 4 || x.numbers().length == 0) {
      throw new BadInput(file + ": " + name + " must be (N, C, H, W), is " + shape(x));
    }
    Dims found = MapOption.read(Math.toIntExact(sides[1]), sides[2] + "x" + sides[3]);
    Dims said =
        MapOption.read(
            channels == null ? found.channels() : channels,
            size == null ? found.height() + "x" + found.width() : size);
    if (!said.equals(found)) {
      String options = said.channels() == found.channels() ? "--size" : "--channels";
      String both = " ask for a map of " + said + ", but " + name + " is " + shape(x);
      throw new BadInput(options + " and --input do not agree: the options" + both);
    }
    return found;
  }

  /** What the module takes, all of one shape. */
  List<Tensor> inputs(Specimen specimen) {
    List<Tensor> inputs = new ArrayList<>();
    for (String name : specimen.inputs()) {
      Tensor x = get(name);
      if (!inputs.isEmpty() && !Arrays.equals(x.shape(), inputs.get(0).shape())) {
        String first = specimen.inputs().get(0) + " is " + shape(inputs.get(0));
        throw new BadInput(file + ": " + name + " is " + shape(x) + ", but " + first);
      }
      inputs.add(x);
    }
    return inputs;
  }

  /**
   * @param word a tensor of this file, or another file with one
   */
  Tensor cotangent(String word, Tensor x, Specimen specimen) {
    Tensor r = word.endsWith(ENDING) ? only(Path.of(word)) : get(word);
    List<Long> needed = new ArrayList<>(List.of(x.shape()[0]));
    needed.addAll(specimen.outputSides());
    if (!Arrays.stream(r.shape()).boxed().toList().equals(needed)) {
      String y = Table.shape(needed);
      throw new BadInput("--cotangent: " + word + " is " + shape(r) + ", but y is " + y);
    }
    return r;
  }

  private static Tensor only(Path other) {
    InputFile one = new InputFile(other);
    return one.tensors.size() == 1 ? one.tensors.values().iterator().next() : one.get("r");
  }
}
