package io.squeezelab.report;

import io.squeezelab.analysis.Study;
import io.squeezelab.results.Result;
import io.squeezelab.trial.Outcome.Ending;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a report says things. */
final class Words {
  private Words() {}

  /** {@code out-of-memory}: an ending as data. */
  static String key(Ending ending) {
    return ending.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** How a trial ended, for people: {@code out of memory}. */
  static String ending(Result result) {
    Ending ending = result.outcome().ending();
    boolean untested = ending == Ending.COMPLETED && !Study.counts(result);
    return untested ? "completed without a test accuracy" : word(ending);
  }

  private static String word(Ending ending) {
    return ending == Ending.STOPPED ? "stopped early" : key(ending).replace('-', ' ');
  }

  /** Where a trial's log lies, from the folder of the report. */
  static String log(Result result) {
    return "trials/" + result.id() + "/log.txt";
  }

  /** A path below the folder of the report as an address. */
  static String link(String path) {
    try {
      return new URI(null, null, "./" + path, null).getRawPath();
    } catch (URISyntaxException e) {
      return "#";
    }
  }

  /** {@code seed 3}, {@code seeds 1, 2 and 3}. */
  static String seeds(List<Long> seeds) {
    List<String> names =
        seeds.stream().map(String::valueOf).collect(Collectors.toCollection(ArrayList::new));
    if (names.size() == 1) {
      return "seed " + names.get(0);
    }
    String last = names.remove(names.size() - 1);
    return "seeds " + String.join(", ", names) + " and " + last;
  }
}
