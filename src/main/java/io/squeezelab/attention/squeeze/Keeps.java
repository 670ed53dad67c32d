package io.squeezelab.attention.squeeze;

import static java.util.stream.Collectors.joining;

import io.squeezelab.attention.Keep;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Names;
import java.util.Arrays;
import java.util.Locale;

/** Which axes may stay, for statistics that make sense over some sets of axes only. */
final class Keeps {
  private Keeps() {}

  static void only(Keep keep, String reason, Keep... allowed) {
    String all = Arrays.stream(allowed).map(Keeps::name).collect(joining(", "));
    boolean fits = Arrays.asList(allowed).contains(keep);
    Check.that(fits, "keep", "must be " + all + ": " + reason + "; is " + name(keep));
  }

  private static String name(Keep keep) {
    return Names.kebab(keep.name().toLowerCase(Locale.ROOT));
  }

  /**
   * Whether arrays of two squeezes may have the same positions. What keeps channels, or all, may
   * leave neighbourhoods, and only on a map can be seen whether these are the same.
   */
  static boolean mayMeet(Keep one, Keep other) {
    return one == other || around(one) && around(other);
  }

  private static boolean around(Keep keep) {
    return keep == Keep.CHANNEL || keep == Keep.ALL;
  }
}
