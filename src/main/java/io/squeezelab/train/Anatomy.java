package io.squeezelab.train;

import static java.util.stream.Collectors.groupingBy;

import io.squeezelab.engine.Parameter;
import io.squeezelab.engine.Parameters;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which layer each tensor of a network belongs to, told from names and shapes: the tensors of one
 * layer lie in one scope.
 */
final class Anatomy {
  private static final String ATTENTION = "attention";
  private static final int KERNEL_AXES = 4;

  private final Map<String, List<Parameter>> layers;
  private final String classifier;

  Anatomy(Parameters parameters) {
    layers =
        Stream.concat(parameters.trained().stream(), parameters.buffers().stream())
            .collect(groupingBy(p -> scope(p.name())));
    classifier =
        parameters.trained().stream()
            .map(Parameter::name)
            .filter(name -> !inAttention(name))
            .reduce((before, last) -> last)
            .map(Anatomy::scope)
            .orElse(null);
  }

  /** The name without its last part: {@code layer1.0.conv1}. */
  static String scope(String name) {
    return name.substring(0, Math.max(0, name.lastIndexOf('.')));
  }

  static boolean inAttention(String name) {
    return Arrays.asList(scope(name).split("[.]")).contains(ATTENTION);
  }

  private List<Parameter> layer(String name) {
    return layers.getOrDefault(scope(name), List.of());
  }

  boolean convolution(String name) {
    return !inAttention(name) && layer(name).stream().anyMatch(p -> axes(p) == KERNEL_AXES);
  }

  boolean norm(String name) {
    boolean vectors = layer(name).stream().allMatch(p -> axes(p) == 1);
    return !inAttention(name) && !layer(name).isEmpty() && vectors;
  }

  boolean classifier(String name) {
    return scope(name).equals(classifier);
  }

  /** What is trained in the layer of this tensor. */
  List<Parameter> trainedBeside(String name) {
    return layer(name).stream().filter(Parameter::trained).toList();
  }

  private static int axes(Parameter p) {
    return p.shape().sizes().size();
  }
}
