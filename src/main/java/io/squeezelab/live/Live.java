package io.squeezelab.live;

import io.squeezelab.live.Snapshot.Phase;
import io.squeezelab.sweep.Job;
import io.squeezelab.sweep.Relay;
import io.squeezelab.trial.Outcome;
import io.squeezelab.trial.Outcome.Ending;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The view of a sweep that runs in this process: told of all that happens, shows it once a second
 * and keeps {@code live.json}. Nothing here fails the sweep. May be told by any thread.
 */
public final class Live extends Relay implements AutoCloseable {
  private static final long TICK = 1000;

  private final Tally tally;
  private final LiveFile file;
  private final Display display;
  private boolean closed;
  private Snapshot last;

  /**
   * Shows from now on.
   *
   * @param folder of the results
   * @param err standard error: a table where this is a terminal, lines elsewhere
   */
  public Live(Plan plan, Path folder, PrintWriter err) {
    this(new Tally(plan, System::nanoTime), folder, err);
  }

  private Live(Tally tally, Path folder, PrintWriter err) {
    super(tally);
    this.tally = tally;
    this.file = new LiveFile(folder);
    this.display = Display.of(err);
    Thread ticker = new Thread(this::tick, "live view");
    ticker.setDaemon(true);
    ticker.start();
  }

  /**
   * A trial that had a result before.
   *
   * @param validation accuracy of a completed trial; NaN for others
   */
  public void stored(String id, String arm, Ending ending, double validation) {
    tally.stored(id, arm, ending, validation);
  }

  /**
   * Trials that are to run, in their order: at the start, and whenever more become known. One that
   * starts without having been announced is counted all the same.
   */
  public void ahead(Collection<Ahead> more) {
    tally.ahead(more);
  }

  /** Whether trials may follow that nobody knows of yet, as the search decides. */
  public void open(boolean more) {
    tally.open(more);
  }

  /**
   * Who tells which arms the search has decided against, by their labels; trials of others that
   * ended early are paused. Asked whenever it is shown, by any thread.
   */
  public void decided(Supplier<Set<String>> arms) {
    tally.decided(arms);
  }

  /** Trials are being put down. */
  public void stopping() {
    tally.phase(Phase.STOPPING);
    show();
  }

  /** A line above the table. */
  public void say(String line) {
    display.say(line);
  }

  /** A line above the table, which the page and {@code watch} show too. */
  public void warn(String warning) {
    tally.warn(warning);
    say("squeezelab: " + warning);
  }

  /** How the sweep stands at this moment, or stood when this was closed. */
  public synchronized Snapshot now() {
    return closed ? last : tally.now();
  }

  @Override
  public void finished(int worker, Job job, Outcome outcome) {
    super.finished(worker, job, outcome);
    say(Ended.line(tally.share(), job, outcome));
  }

  private void tick() {
    try {
      while (show()) {
        Thread.sleep(TICK);
      }
    } catch (InterruptedException nobody) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean show() {
    if (!closed) {
      Snapshot now = tally.now();
      file.write(now);
      display.show(now);
    }
    return !closed;
  }

  /** Takes the table away and leaves the last snapshot in the folder, marked as over. */
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      tally.over();
      display.close();
      last = tally.now();
      file.write(last);
    }
  }
}
