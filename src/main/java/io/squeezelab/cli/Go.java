package io.squeezelab.cli;

import io.squeezelab.agenda.Course;
import io.squeezelab.agenda.Start;
import io.squeezelab.analysis.Study;
import io.squeezelab.experiment.Arm;
import io.squeezelab.experiment.Experiment;
import io.squeezelab.export.Exports;
import io.squeezelab.live.web.Site;
import io.squeezelab.results.ArmLog;
import io.squeezelab.results.Folder;
import io.squeezelab.results.Result;
import io.squeezelab.results.Spent;
import io.squeezelab.results.TrialLog;
import io.squeezelab.sweep.Workers;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/** What every command does that runs trials of an experiment into a folder. */
record Go(
    Experiment experiment,
    Folder folder,
    RunOptions options,
    Site site,
    PrintWriter out,
    PrintWriter err) {

  /**
   * @param site the page to show it on; null for none
   */
  Go(Experiment experiment, Folder folder, RunOptions options, Site site, CommandLine command) {
    this(experiment, folder, options, site, command.getOut(), command.getErr());
  }

  /** Refuses what cannot work before anything is written. */
  void check(Stream<Arm> arms) {
    options.workers(experiment);
    options.check(arms);
  }

  /** What is stored, and says what is wrong with it. */
  List<Result> stored() {
    TrialLog.Contents contents = TrialLog.read(folder.path());
    contents.warnings().forEach(this::hint);
    return contents.results();
  }

  /**
   * Runs what there is to run, and reports.
   *
   * @return the exit code
   */
  int run(Start start, List<Result> stored, ArmLog arms, TrialLog log) throws InterruptedException {
    Workers workers = options.workers(experiment);
    Course course = start.course(arms, new Spent(folder, log::force));
    Exports exports = options.exports().exports(folder, experiment.name(), err);
    List<Result> now = folder.kept().relabelled(stored); // searches decide by today's labels
    if (course.idle()) {
      course.next(); // writes down what is known
      decided(course, now, exports);
      if (course.halt().isEmpty()) {
        out.println("nothing to do: " + Progress.of(experiment, stored).counts());
      }
    } else {
      Run run = new Run(experiment, folder, log, err, site);
      if (!run.of(start, course, now, workers, exports)) {
        return Main.STOPPED;
      }
    }
    Study study = new Conclusion(folder).write(out, err);
    List<Result> completed = study.current().stream().filter(r -> r.outcome().completed()).toList();
    hints(new Hints(completed));
    return new LastWords(study, folder, out, err).say(course);
  }

  /** What a sweep that was cut off, or had no server, decided and could not tell. */
  private static void decided(Course course, List<Result> stored, Exports exports) {
    try (exports) {
      exports.stored(stored);
      exports.stopped(course.stopped());
    }
  }

  private void hints(Hints of) {
    of.mixed(options.hardware()).ifPresent(this::hint);
    if (options.gates()) {
      of.without("gates", folder::gates).ifPresent(this::hint);
    }
    if (options.weights()) {
      of.without("weights", folder::weights).ifPresent(this::hint);
    }
  }

  /** A line on standard error. */
  void hint(String text) {
    err.println("squeezelab: " + text);
  }
}
