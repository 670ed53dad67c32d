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
import io.squeezelab.sweep.Sweep;
import io.squeezelab.sweep.Workers;
import io.squeezelab.train.Epoch;
import io.squeezelab.train.Gates;
import io.squeezelab.trial.Outcome;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/** One go at an experiment: jobs run, results are stored as they come, progress is shown. */
final class Run implements Listener {
  private final Folder folder;
  private final TrialLog log;
  private final PrintWriter err;
  private final Experiment experiment;
  private View view;

  Run(Experiment experiment, Folder folder, TrialLog log, PrintWriter err) {
    this.experiment = experiment;
    this.folder = folder;
    this.log = log;
    this.err = err;
  }

  void of(List<Job> jobs, Workers workers) throws InterruptedException {
    if (jobs.isEmpty()) {
      return;
    }
    int epochs = jobs.stream().mapToInt(job -> job.trial().train().epochs()).sum();
    Runnable waiting = () -> err.println("squeezelab: waiting while latency is measured");
    Booking booked = Booking.shared(workers.devices(), waiting);
    try (booked;
        View shown = View.of(err, jobs.size(), epochs);
        Sweep sweep = new Sweep(workers, folder::log, this)) {
      view = shown;
      Thread stop = new Thread(() -> stopped(sweep), "stop");
      Runtime.getRuntime().addShutdownHook(stop);
      try {
        sweep.run(Agenda.of(jobs));
      } finally {
        over(stop);
      }
    }
  }

  /** From here on a signal is none of this run's business, unless it has come already. */
  private static void over(Thread stop) throws InterruptedException {
    try {
      Runtime.getRuntime().removeShutdownHook(stop);
    } catch (IllegalStateException stopping) {
      new CountDownLatch(1).await(); // the hook is at work and ends the process
    }
  }

  /**
   * On a signal: the workers go, what is stored stays, and the exit code says that it can go on.
   */
  private void stopped(Sweep sweep) {
    sweep.close();
    synchronized (this) { // a result being stored is stored whole
      err.println();
      err.println("squeezelab: stopped; run the same command again to go on");
      err.flush();
    }
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
