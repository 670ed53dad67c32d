package io.squeezelab.trial;

import io.squeezelab.data.TensorFile;
import io.squeezelab.engine.Parameter;
import io.squeezelab.engine.Parameters;
import io.squeezelab.spec.Names;
import io.squeezelab.spec.Problem;
import io.squeezelab.train.Selection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Lays the tensors of a file beside those of a network. */
final class Loader {
  private final FromWeights start;
  private final TensorFile file;
  private final Map<String, List<Long>> shapes;
  private final Selection selection;
  private final Map<String, Parameter> needed = new LinkedHashMap<>();

  /** Names in the file by the names they get. */
  private final Map<String, String> renamed;

  private final Map<String, String> matched = new LinkedHashMap<>();
  private final Set<String> skipped = new LinkedHashSet<>();
  private final List<String> missing = new ArrayList<>();
  private final List<String> leftOver = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  Loader(FromWeights start, TensorFile file, Parameters network) {
    this.start = start;
    this.file = file;
    shapes = file.shapes();
    selection = new Selection(network);
    Stream.concat(network.trained().stream(), network.buffers().stream())
        .forEach(p -> needed.put(p.name(), p));
    renamed = new Renaming(start.rename()).of(shapes.keySet());
    skip();
  }

  private void skip() {
    Set<String> all = new LinkedHashSet<>(needed.keySet());
    all.addAll(renamed.keySet());
    for (int i = 0; i < start.skip().size(); i++) {
      String pattern = start.skip().get(i);
      List<String> meant = selection.of(pattern, all);
      if (meant.isEmpty() && !Selection.isWord(pattern)) {
        throw new Problem("skip[" + i + "]", Selection.nothing(pattern, all));
      }
      skipped.addAll(meant);
    }
  }

  /**
   * @throws Problem with all that does not fit
   */
  Loading loading() {
    needed.values().stream().filter(p -> !skipped.contains(p.name())).forEach(this::match);
    renamed.keySet().stream()
        .filter(name -> !needed.containsKey(name) && !skipped.contains(name))
        .forEach(leftOver::add);
    judge();
    List<String> kept =
        needed.values().stream()
            .filter(p -> skipped.contains(p.name()))
            .map(p -> p.name() + other(p, ", in the file "))
            .toList();
    return new Loading(
        Path.of(start.weights()), file, matched, needed.size(), kept, missing, leftOver);
  }

  private void match(Parameter p) {
    String theirs = renamed.get(p.name());
    if (theirs == null) {
      if (p.trained() || !Declared.of(p).fixed()) {
        missing.add(p.name());
      }
      return;
    }
    String other = other(p, " is ");
    if (other.isEmpty()) {
      matched.put(p.name(), theirs);
    } else {
      faults.add("other shape: " + p.name() + other + ", must be " + shape(p));
    }
  }

  /** The shape that a tensor has in the file, if it is not ours. */
  private String other(Parameter p, String before) {
    List<Long> sizes = shapes.get(renamed.get(p.name()));
    return sizes == null || Declared.fits(p.shape().sizes(), sizes)
        ? ""
        : before + Declared.sides(sizes);
  }

  private static String shape(Parameter p) {
    return Declared.sides(p.shape().sizes());
  }

  private void judge() {
    boolean shapes = !faults.isEmpty();
    if (start.missing() == FromWeights.Answer.REFUSE) {
      missing.forEach(
          name -> faults.add("missing: " + name + near(name, leftOver, "; there is %s")));
    }
    if (start.leftOver() == FromWeights.Answer.REFUSE) {
      leftOver.forEach(
          name -> faults.add("left over: " + name + near(name, missing, "; is it %s?")));
    }
    if (matched.isEmpty() && faults.isEmpty()) {
      faults.addAll(leftOver.stream().map(name -> "left over: " + name).toList());
    }
    if (faults.isEmpty() && !matched.isEmpty()) {
      return;
    }
    String count = matched.size() + " of the network's " + needed.size() + " tensors";
    String help = shapes ? "; what is skipped keeps its initial values" : "";
    String list = Loading.some(faults);
    throw new Problem("weights", start.weights() + " gives " + count + help + ":\n  " + list);
  }

  private static String near(String name, List<String> others, String word) {
    return Names.nearest(name, others).map(word::formatted).orElse("");
  }
}
