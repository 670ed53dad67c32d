package io.squeezelab.cli;

import io.squeezelab.engine.Hardware;
import io.squeezelab.results.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What has to be said of results that are there.
 *
 * @param completed results of the experiment's trials
 */
record Hints(List<Result> completed) {

  /** Where some were computed on another kind of device. */
  Optional<String> mixed(Hardware hardware) {
    String kind = hardware.gpu() ? "gpu" : "cpu";
    long others =
        completed.stream()
            .filter(result -> !result.outcome().provenance().device().startsWith(kind))
            .count();
    return others == 0
        ? Optional.empty()
        : Optional.of(
            Table.plural(others, "result")
                + " here did not come from a "
                + kind
                + ": devices round differently, so compare with care, or use another --results");
  }

  /**
   * Where trials completed without something that was asked for.
   *
   * @param what the option that asks for it
   * @param where it would be, by trial
   */
  Optional<String> without(String what, Function<String, Path> where) {
    List<String> ids =
        completed.stream().map(Result::id).filter(id -> !Files.exists(where.apply(id))).toList();
    if (ids.isEmpty()) {
      return Optional.empty();
    }
    Path first = where.apply(ids.get(0));
    String here = Table.plural(ids.size(), "completed trial") + " here without ";
    String again = "; this runs one again and records it: squeezelab trial ";
    Path folder = first.getParent().getParent().getParent();
    String trial = folder + " " + ids.get(0) + " --" + what;
    return Optional.of(here + first.getFileName() + again + trial);
  }
}
