package io.squeezelab.cli;

import io.squeezelab.agenda.Course;
import io.squeezelab.agenda.Start;
import io.squeezelab.experiment.Experiment;
import io.squeezelab.export.Exports;
import io.squeezelab.live.Ahead;
import io.squeezelab.live.Live;
import io.squeezelab.live.Plan;
import io.squeezelab.live.web.Site;
import io.squeezelab.results.Folder;
import io.squeezelab.results.Result;
import io.squeezelab.results.TrialLog;
import io.squeezelab.sweep.Booking;
import io.squeezelab.sweep.Signals;
import io.squeezelab.sweep.Sweep;
import io.squeezelab.sweep.Workers;
import io.squeezelab.trial.Outcome;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.IntStream;

/** One go at an experiment: jobs run, results are stored as they come, progress is shown. */
final class Run {
  private static final String STOPPED = "squeezelab: stopped; run the same command again to go on";

  private final Experiment experiment;
  private final Folder folder;
  private final TrialLog log;
  private final PrintWriter err;
  private final Site site;
  private boolean said;

  /**
   * @param site the page to show it on; null for none
   */
  Run(Experiment experiment, Folder folder, TrialLog log, PrintWriter err, Site site) {
    this.site = site;
    this.experiment = experiment;
    this.folder = folder;
    this.log = log;
    this.err = err;
  }

  /**
   * @param stored results so far, to be shown beside those to come
   * @return false where it was stopped by a signal
   */
  boolean of(Start start, Course course, List<Result> stored, Workers workers, Exports exports)
      throws InterruptedException {
    Runnable waiting = () -> err.println("squeezelab: waiting while latency is measured");
    Booking booked = Booking.shared(workers.devices(), waiting);
    Live live = new Live(plan(workers), folder.path(), err);
    Storing storing = new Storing(folder, log, exports, live);
    Sweep sweep = new Sweep(workers, folder::log, storing);
    Signals signals = new Signals(() -> stopping(sweep, live), () -> stopped(sweep, storing, live));
    boolean stopped;
    try (booked;
        exports;
        live;
        sweep;
        signals) {
      show(start, stored, live);
      live.decided(course::stopped);
      exports.stored(stored);
      if (site != null) {
        site.show(folder, live::now);
        live.say(ServeOption.where(site));
      }
      sweep.run(course);
      live.open(course.halt().isPresent());
      stopped = sweep.stopped();
      exports.stopped(course.stopped());
    }
    if (stopped) {
      sayStopped();
    }
    return !stopped;
  }

  private Plan plan(Workers workers) {
    List<String> devices =
        IntStream.range(0, Math.max(1, workers.count()))
            .mapToObj(slot -> workers.device(slot).toString())
            .toList();
    var time = experiment.budget().time();
    double limit = time == null ? Double.POSITIVE_INFINITY : time.duration().toSeconds();
    return new Plan(experiment.name(), experiment.seeds().size(), devices, limit);
  }

  private static void show(Start start, List<Result> stored, Live live) {
    for (Result result : stored) {
      Outcome outcome = result.outcome();
      double validation = outcome.completed() ? outcome.metrics().validationTop1() : Double.NaN;
      live.stored(result.id(), result.arm(), outcome.ending(), validation);
    }
    live.ahead(Ahead.of(start.ahead()));
    live.open(start.open());
  }

  /** On the first signal: the trials under way are put down. */
  private void stopping(Sweep sweep, Live live) {
    live.say("squeezelab: trials under way are put down; the same signal again ends them");
    live.stopping();
    sweep.stop();
  }

  /** On the second: the workers go, what is stored stays. */
  private void stopped(Sweep sweep, Storing storing, Live live) {
    sweep.close();
    synchronized (storing) { // a result being stored is stored whole
      live.close();
      sayStopped();
      Runtime.getRuntime().halt(Main.STOPPED);
    }
  }

  private synchronized void sayStopped() {
    if (!said) {
      said = true;
      err.println(STOPPED);
      err.flush();
    }
  }
}
