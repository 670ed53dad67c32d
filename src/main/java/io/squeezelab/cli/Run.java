package io.squeezelab.cli;

import io.squeezelab.cost.Cost;
import io.squeezelab.experiment.Experiment;
import io.squeezelab.results.Folder;
import io.squeezelab.results.GateFile;
import io.squeezelab.results.Result;
import io.squeezelab.results.TrialLog;
import io.squeezelab.spec.Names;
import io.squeezelab.sweep.Agenda;
import io.squeezelab.sweep.Booking;
import io.squeezelab.sweep.Job;
import io.squeezelab.sweep.Listener;
import io.squeezelab.sweep.Signals;
import io.squeezelab.sweep.Sweep;
import io.squeezelab.sweep.Workers;
import io.squeezelab.train.Epoch;
import io.squeezelab.train.Gates;
import io.squeezelab.trial.Outcome;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** One go at an experiment: jobs run, results are stored as they come, progress is shown. */
final class Run implements Listener {
  private final Folder folder;
  private final TrialLog log;
  private final PrintWriter err;
  private final Experiment experiment;
  private View view;
  private boolean said;

  Run(Experiment experiment, Folder folder, TrialLog log, PrintWriter err) {
    this.experiment = experiment;
    this.folder = folder;
    this.log = log;
    this.err = err;
  }

  /**
   * @return false where it was stopped by a signal
   */
  boolean of(List<Job> jobs, Workers workers) throws InterruptedException {
    if (jobs.isEmpty()) {
      return true;
    }
    int epochs = jobs.stream().mapToInt(job -> job.trial().train().epochs()).sum();
    Runnable waiting = () -> err.println("squeezelab: waiting while latency is measured");
    Booking booked = Booking.shared(workers.devices(), waiting);
    Sweep sweep = new Sweep(workers, folder::log, this);
    Signals signals = new Signals(() -> stopping(sweep), () -> stopped(sweep));
    try (booked;
        View shown = View.of(err, jobs.size(), epochs);
        sweep;
        signals) {
      view = shown;
      sweep.run(Agenda.of(jobs));
      if (sweep.stopped()) {
        sayStopped();
      }
      return !sweep.stopped();
    }
  }

  private synchronized void sayStopped() { // a result being stored is stored whole
    if (!said) {
      said = true;
      err.println("squeezelab: stopped; run the same command again to go on");
      err.flush();
    }
  }

  /** On the first signal: the trials under way are put down. */
  private void stopping(Sweep sweep) {
    err.println();
    err.println("squeezelab: trials under way are put down; the same signal again ends them");
    err.flush();
    sweep.stop();
  }

  /** On the second: the workers go, what is stored stays. */
  private void stopped(Sweep sweep) {
    sweep.close();
    sayStopped();
    Runtime.getRuntime().halt(Main.STOPPED);
  }

  @Override
  public void started(int worker, Job job) {
    view.started(job);
  }

  @Override
  public void epoch(int worker, Job job, Epoch epoch) {
    view.epoch(job, epoch);
  }

  @Override
  public void gates(int worker, Job job, Gates gates) {
    new GateFile(job.id(), gates).write(folder);
  }

  @Override
  public void finished(int worker, Job job, Outcome outcome) {
    Cost cost = job.trial().recipe().network().cost();
    Result result =
        new Result(
            job.id(),
            job.arm(),
            job.trial().seed(),
            job.attempt(),
            job.trial().resolved(),
            cost,
            outcome);
    synchronized (this) {
      log.append(result);
    }
    view.finished(job, outcome);
  }

  static String complaint(Folder folder, Result result) {
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
