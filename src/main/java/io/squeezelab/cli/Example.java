package io.squeezelab.cli;

import io.squeezelab.attention.Attention;
import io.squeezelab.attention.Keep;
import io.squeezelab.attention.SqueezeExcite;
import io.squeezelab.attention.excite.Excite;
import io.squeezelab.attention.inputs.Inputs;
import io.squeezelab.attention.squeeze.Squeeze;
import io.squeezelab.cost.Dims;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Family;
import io.squeezelab.spec.Names;
import io.squeezelab.spec.Problem;
import io.squeezelab.trial.Specimen;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A member of a family at work on a map of 64x32x32, or 128x32x32 where it needs more channels, to
 * show shapes, parameters and cost: a module by itself, a part in the plainest module that takes
 * it.
 *
 * @param module the module, inline
 * @param descriptor shape of what it squeezes the map to; null where there is no one squeeze
 */
record Example(String module, Specimen specimen, Dims descriptor) {
  private static final List<Dims> MAPS = List.of(new Dims(64, 32, 32), new Dims(128, 32, 32));
  private static final String PART = "@";

  /** None where the member needs fields, or is no part of an attention. */
  static Optional<Example> of(String family, String name) {
    List<String> modules = modules(family, name);
    return MAPS.stream()
        .flatMap(map -> modules.stream().map(module -> tried(module, map)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Modules that the member is a part of, some of which may refuse it; the plainest first. */
  static List<String> modules(String family, String name) {
    List<String> modules = modules().getOrDefault(family, List.of());
    return modules.stream().map(module -> module.replace(PART, name)).toList();
  }

  /** By family; {@code @} stands for its member. */
  private static Map<String, List<String>> modules() {
    return Map.of(
        "attention", List.of(PART),
        "squeeze", each("{squeeze: @, excite: %s}", names(Excite.class)),
        "excite", each("{squeeze: %s, excite: @}", squeezes()),
        "gate", each("{squeeze: %s, gate: @}", squeezes()),
        "apply", List.of("{apply: @}"),
        "inputs", List.of("{type: fusion, from: @}"),
        "fuse", each("{type: fusion, from: %s, fuse: @}", names(Inputs.class)),
        "activation", List.of("{excite: {type: bottleneck, activation: @}}"),
        "norm", List.of("{excite: {type: bottleneck, norm: @}}"));
  }

  private static List<String> each(String module, Collection<String> others) {
    return others.stream().map(module::formatted).toList();
  }

  private static Collection<String> names(Class<?> family) {
    return Family.of(family).variants().keySet();
  }

  private static List<String> squeezes() {
    List<String> squeezes = new ArrayList<>();
    for (String squeeze : names(Squeeze.class)) {
      squeezes.add(squeeze);
      for (Keep keep : Keep.values()) {
        squeezes.add("{type: " + squeeze + ", keep: " + Names.kebab(keep.name()) + "}");
      }
    }
    return squeezes;
  }

  /** {@code 64x32x32 -> 64x1x1 -> 64x32x32}: map, descriptor, output. */
  String shapes() {
    int inputs = specimen.inputs().size();
    String maps = inputs == 1 ? "" : inputs + " maps of ";
    String squeezed = descriptor == null ? "" : " -> " + descriptor;
    return maps + specimen.map() + squeezed + " -> " + specimen.output();
  }

  private static Optional<Example> tried(String module, Dims map) {
    try {
      Attention attention = Bind.inline(Attention.class, module);
      Dims descriptor =
          attention instanceof SqueezeExcite one ? one.squeeze().descriptor(map).shape() : null;
      return Optional.of(new Example(module, new Specimen(attention, map), descriptor));
    } catch (BadInput | Problem refused) {
      return Optional.empty();
    }
  }
}
