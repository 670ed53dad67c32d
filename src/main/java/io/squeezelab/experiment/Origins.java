package io.squeezelab.experiment;

import io.squeezelab.spec.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Where in the file the fields of a trial come from, so that what is wrong with a value is shown at
 * the line that says so.
 *
 * @param places in the file, by path of what each sets in the trial; the empty path is the trial
 */
record Origins(Map<String, String> places) {

  static Origins of(String whole) {
    return new Origins(Map.of("", whole));
  }

  /** With a field set from another place; what was set inside of it before is gone. */
  Origins with(String path, String place) {
    Map<String, String> more = new LinkedHashMap<>(places);
    more.keySet().removeIf(old -> !old.isEmpty() && within(old, path));
    more.put(path, place);
    return new Origins(more);
  }

  private static boolean within(String path, String outer) {
    return path.equals(outer) || path.startsWith(outer + ".") || path.startsWith(outer + "[");
  }

  /** Where in the file the value at this path of the trial comes from. */
  String find(String path) {
    String best = "";
    for (String change : places.keySet()) {
      boolean above = change.isEmpty() || within(path, change);
      if (above && change.length() >= best.length()) {
        best = change;
      }
    }
    String rest = best.isEmpty() ? path : path.substring(best.length()).replaceFirst("^\\.", "");
    return Problem.join(places.get(best), rest);
  }

  /** Does it; what is wrong is shown where the file says it. */
  <T> T located(Supplier<T> work) {
    try {
      return work.get();
    } catch (Problem problem) {
      Problem there = new Problem(find(problem.path()), problem.getMessage());
      there.initCause(problem);
      throw there;
    }
  }
}
