package io.squeezelab.spec;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Names as people write them: kebab case, and the nearest one to a misspelt one. */
public final class Names {
  /** Of the identifiers of this program, which are few, and asked for with every field read. */
  private static final Map<String, String> KEBAB = new ConcurrentHashMap<>();

  private static final int LONGEST = 60;

  private Names() {}

  /**
   * {@code weightDecay} and {@code WeightDecay} to {@code weight-decay}; {@code L2} to {@code l2};
   * {@code CONV3X3} to {@code conv3x3}.
   */
  public static String kebab(String java) {
    return KEBAB.computeIfAbsent(
        java,
        name ->
            name.replace('_', '-')
                .replaceAll("(?<=[a-z])(?=[A-Z])|(?<=[0-9])(?=[A-Z][a-z])", "-")
                .toLowerCase(Locale.ROOT));
  }

  /** The allowed name that differs least, if it differs little enough to have been meant. */
  public static Optional<String> nearest(String given, Collection<String> allowed) {
    if (given.isBlank() || given.length() > LONGEST) {
      return Optional.empty();
    }
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    String low = given.toLowerCase(Locale.ROOT);
    int limit = Math.max(2, given.length() / 3);
    return allowed.stream()
        .min(Comparator.comparingInt(name -> distance.apply(low, name)))
        .filter(name -> distance.apply(low, name) <= limit || name.startsWith(low));
  }

  /** {@code unknown squeeze 'agv'; allowed: avg, max, std; did you mean 'avg'?}. */
  public static String unknown(String what, String given, Collection<String> allowed) {
    String shown = given.length() > LONGEST ? given.substring(0, LONGEST) + "…" : given;
    return "unknown " + what + " '" + shown + "'" + instead(given, allowed);
  }

  /** {@code 'bias' stands at several places; allowed: of[0].excite.bias, of[1].excite.bias}. */
  public static String several(String name, Collection<String> paths) {
    return "'" + name + "' stands at several places; allowed: " + String.join(", ", paths);
  }

  /** {@code ; allowed: avg, max, std; did you mean 'avg'?}: the end of such a message. */
  static String instead(String given, Collection<String> allowed) {
    return "; allowed: "
        + String.join(", ", allowed)
        + nearest(given, allowed).map(n -> "; did you mean '" + n + "'?").orElse("");
  }
}
