package io.squeezelab.train;

import io.squeezelab.engine.Parameter;
import io.squeezelab.engine.Parameters;
import io.squeezelab.spec.Names;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words and name patterns, and what they mean in one network. In a pattern {@code *} stands for any
 * characters, dots too, or for none; the rest must be the whole of the name.
 */
public final class Selection {
  private final Anatomy network;

  public Selection(Parameters parameters) {
    network = new Anatomy(parameters);
  }

  /** Whether this word or pattern means the tensor of this name. */
  public boolean holds(String pattern, String name) {
    return test(pattern).test(name);
  }

  /** Those of these names that it means. */
  public List<String> of(String pattern, Collection<String> names) {
    return names.stream().filter(test(pattern)).toList();
  }

  public static boolean isWord(String pattern) {
    return Part.of(pattern).isPresent();
  }

  private Predicate<String> test(String pattern) {
    Optional<Part> part = Part.of(pattern);
    return part.isPresent()
        ? name -> part.get().holds(name, network)
        : glob(pattern).asMatchPredicate();
  }

  private static Pattern glob(String pattern) {
    return Pattern.compile(
        Arrays.stream(pattern.split("[*]", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*")));
  }

  /** Why a pattern that means none of these names is refused: the nearest that it could mean. */
  public static String nothing(String pattern, Collection<String> names) {
    Set<String> known = new LinkedHashSet<>(Part.words());
    for (String name : names) {
      known.add(name);
      for (int dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
        known.add(name.substring(0, dot) + ".*");
        known.add("*" + name.substring(dot));
      }
    }
    known.remove(pattern); // a word that is known, and means nothing in this network
    String near = Names.nearest(pattern, known).map(n -> "; did you mean '" + n + "'?").orElse("");
    String words = "; words are " + String.join(", ", Part.words()) + ", and names may have *";
    return "'" + pattern + "' means no tensor here" + words + near;
  }

  /** What is trained in the layer of this tensor. */
  List<Parameter> trainedBeside(String name) {
    return network.trainedBeside(name);
  }
}
