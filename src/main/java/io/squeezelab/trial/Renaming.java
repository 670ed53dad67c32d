package io.squeezelab.trial;

import io.squeezelab.spec.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of somebody else's turned into ours.
 *
 * @param rules regular expressions, and what to put in place of each match
 */
record Renaming(Map<String, String> rules) {
  private static final int MOST_SHOWN = 5;

  /**
   * The old names by the new ones; PyTorch's counters of batches are left out.
   *
   * @throws Problem if a rule matches nothing, or two names become one
   */
  Map<String, String> of(Set<String> names) {
    Map<String, String> now = new LinkedHashMap<>();
    names.stream().filter(n -> !Declared.isCounter(n)).forEach(name -> now.put(name, name));
    rules.forEach((regex, replacement) -> apply(regex, replacement, now));
    Map<String, String> old = new LinkedHashMap<>();
    now.forEach(
        (from, to) -> {
          String other = old.putIfAbsent(to, from);
          if (other != null) {
            throw new Problem("rename", other + " and " + from + " would both become " + to);
          }
        });
    return old;
  }

  private static void apply(String regex, String replacement, Map<String, String> now) {
    Pattern pattern = Pattern.compile(regex);
    List<String> before = now.values().stream().toList();
    if (before.stream().noneMatch(name -> pattern.matcher(name).find())) {
      String some = String.join(", ", before.subList(0, Math.min(MOST_SHOWN, before.size())));
      throw new Problem(
          Problem.join("rename", regex), "matches no name in the file; they are " + some + ", …");
    }
    try {
      now.replaceAll((from, name) -> pattern.matcher(name).replaceAll(replacement));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      String what = "cannot put '" + replacement + "' there: " + e.getMessage();
      throw new Problem(Problem.join("rename", regex), what);
    }
  }
}
