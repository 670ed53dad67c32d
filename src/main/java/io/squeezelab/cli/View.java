package io.squeezelab.cli;

import io.squeezelab.spec.Names;
import io.squeezelab.sweep.Job;
import io.squeezelab.train.Epoch;
import io.squeezelab.trial.Outcome;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress on standard error: a bar with ETA in a terminal, a line a trial elsewhere. */
abstract class View implements AutoCloseable {
  private final int trials;
  private int finished;

  private View(int trials) {
    this.trials = trials;
  }

  static View of(PrintWriter err, int trials, int epochs) {
    return System.console() == null ? new Lines(err, trials) : new Bar(trials, epochs);
  }

  void started(Job job) {}

  void epoch(Job job, Epoch epoch) {}

  abstract void say(String line);

  void finished(Job job, Outcome outcome) {
    finished++;
    String what =
        outcome.completed()
            ? String.format(
                Locale.ROOT,
                "top-1 %.2f %%, %.0f s, %.0f images/s",
                100 * outcome.metrics().top1(),
                outcome.seconds(),
                outcome.imagesPerSecond())
            : Names.kebab(outcome.ending().name()) + ": " + outcome.reason();
    say(
        String.format(
            Locale.ROOT,
            "[%d/%d] %s  %s, seed %d: %s",
            finished,
            trials,
            job.id(),
            job.arm(),
            job.trial().seed(),
            what));
  }

  @Override
  public void close() {}

  /** For logs and pipes. */
  private static final class Lines extends View {
    private final PrintWriter err;

    Lines(PrintWriter err, int trials) {
      super(trials);
      this.err = err;
    }

    @Override
    void say(String line) {
      err.println(line);
      err.flush();
    }
  }

  /** For people: a step an epoch, finished trials above the bar. */
  private static final class Bar extends View {
    private final ProgressBar bar;

    Bar(int trials, int epochs) {
      super(trials);
      int width = TerminalWidth.columns() - 1; // a full line would wrap
      PrintStream err = new PrintStream(System.err, true);
      bar =
          new ProgressBarBuilder()
              .setTaskName("sweep")
              .setInitialMax(epochs)
              .setUnit(" epochs", 1)
              .setStyle(ProgressBarStyle.ASCII)
              .setConsumer(new ConsoleProgressBarConsumer(err, width))
              .build();
    }

    @Override
    void epoch(Job job, Epoch epoch) {
      bar.step();
      bar.setExtraMessage(
          String.format(
              Locale.ROOT,
              " %s, seed %d, epoch %d: %.1f %%",
              job.arm(),
              job.trial().seed(),
              epoch.epoch(),
              100 * epoch.validationTop1()));
    }

    @Override
    void say(String line) {
      System.err.print("\r\u001b[K");
      System.err.println(line);
      bar.refresh();
    }

    @Override
    public void close() {
      bar.close();
    }
  }
}
