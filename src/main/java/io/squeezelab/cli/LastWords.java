package io.squeezelab.cli;

import io.squeezelab.agenda.Course;
import io.squeezelab.agenda.Halt;
import io.squeezelab.analysis.Study;
import io.squeezelab.results.Folder;
import io.squeezelab.results.Result;
import io.squeezelab.spec.Names;
import io.squeezelab.trial.Outcome.Ending;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a sweep says at its end, of the trials that its experiment has now. */
record LastWords(Study study, Folder folder, PrintWriter out, PrintWriter err) {
  private static final int NAMED = 20;

  /**
   * @return the exit code
   */
  int say(Course course) {
    out.println(counts());
    List<Result> failed =
        study.unfinished().stream()
            .filter(result -> result.outcome().ending() != Ending.STOPPED) // which is no failure
            .toList();
    failed.stream().limit(NAMED).map(this::complaint).forEach(out::println);
    if (failed.size() > NAMED) {
      out.println(
          "and " + (failed.size() - NAMED) + " more: " + folder.path().resolve("trials.csv"));
    }
    Optional<Halt> halt = course.halt();
    halt.ifPresent(why -> hint(why.reason() + left(course) + "; " + why.further()));
    if (course.underWay() > 0) {
      hint("no result of " + Table.plural(course.underWay(), "trial") + "; " + Halt.SAME);
    }
    if (!failed.isEmpty()) {
      hint("squeezelab retry " + folder.path() + " runs again what did not complete");
    }
    boolean broken = course.underWay() > 0 || halt.map(Halt::failed).orElse(false);
    return broken || !failed.isEmpty() ? Main.SOME_FAILED : Main.DONE;
  }

  private static String left(Course course) {
    return " with " + Table.plural(course.left(), "trial") + " left";
  }

  private void hint(String text) {
    err.println("squeezelab: " + text);
  }

  /** {@code 20 trials: 17 completed, 2 failed, 1 stopped early by the search.} */
  private String counts() {
    Map<Ending, Integer> endings = new EnumMap<>(Ending.class);
    List<Result> current = study.current();
    current.stream()
        .filter(result -> !study.choices().paused(result))
        .forEach(result -> endings.merge(result.outcome().ending(), 1, Integer::sum));
    List<String> parts = new ArrayList<>();
    endings.forEach((ending, count) -> parts.add(count + " " + word(ending)));
    long paused = current.stream().filter(study.choices()::paused).count();
    parts.addAll(paused > 0 ? List.of(paused + " paused") : List.of());
    String all = Table.plural(study.current().size(), "trial");
    return all + (parts.isEmpty() ? " have ended." : ": " + String.join(", ", parts) + ".");
  }

  private static String word(Ending ending) {
    return Names.kebab(ending.name()) + (ending == Ending.STOPPED ? " early by the search" : "");
  }

  private String complaint(Result result) {
    return String.format(
        Locale.ROOT,
        "%s: %s, seed %d: %s; see %s",
        Names.kebab(result.outcome().ending().name()),
        result.arm(),
        result.seed(),
        result.outcome().reason(),
        folder.log(result.id()));
  }
}
