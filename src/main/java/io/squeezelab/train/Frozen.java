package io.squeezelab.train;

import io.squeezelab.engine.Parameter;
import io.squeezelab.engine.Parameters;
import io.squeezelab.spec.Check;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What training leaves as it is: the parameters that patterns mean, and the running statistics of
 * norms that are wholly frozen.
 */
public final class Frozen {
  private final Parameters parameters;
  private final Selection selection;
  private final Set<String> names = new LinkedHashSet<>();

  private Frozen(Parameters parameters) {
    this.parameters = parameters;
    selection = new Selection(parameters);
  }

  /**
   * Names of parameters and buffers.
   *
   * @param freeze words and patterns
   * @throws io.squeezelab.spec.Problem if one of them means nothing here, or nothing is left
   */
  public static Set<String> of(Parameters parameters, List<String> freeze) {
    return freeze.isEmpty() ? Set.of() : new Frozen(parameters).names(freeze);
  }

  /** Numbers that are trained. */
  public static long left(Parameters parameters, List<String> freeze) {
    Set<String> frozen = of(parameters, freeze);
    return parameters.trained().stream()
        .filter(p -> !frozen.contains(p.name()))
        .mapToLong(Parameter::size)
        .sum();
  }

  private Set<String> names(List<String> freeze) {
    List<String> all = freezable();
    for (int i = 0; i < freeze.size(); i++) {
      List<String> meant = selection.of(freeze.get(i), all);
      Check.that(!meant.isEmpty(), "freeze[" + i + "]", Selection.nothing(freeze.get(i), all));
      names.addAll(meant);
    }
    int count = parameters.trained().size();
    Check.that(
        parameters.trained().stream().anyMatch(p -> !names.contains(p.name())),
        "freeze",
        "leaves nothing to train: all " + count + " parameter tensors are frozen");
    parameters.buffers().stream().map(Parameter::name).filter(this::wholly).forEach(names::add);
    return names;
  }

  /** Whether all is frozen that is trained in the layer of this buffer. */
  private boolean wholly(String buffer) {
    List<Parameter> beside = selection.trainedBeside(buffer);
    return !beside.isEmpty() && beside.stream().allMatch(p -> names.contains(p.name()));
  }

  /** Parameters, and buffers of layers that have none: norms without scale and shift. */
  private List<String> freezable() {
    List<String> all = new ArrayList<>();
    parameters.trained().forEach(p -> all.add(p.name()));
    parameters.buffers().stream()
        .map(Parameter::name)
        .filter(name -> selection.trainedBeside(name).isEmpty())
        .forEach(all::add);
    return all;
  }
}
