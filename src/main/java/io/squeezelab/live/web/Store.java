package io.squeezelab.live.web;

import io.squeezelab.analysis.Choices;
import io.squeezelab.analysis.Study;
import io.squeezelab.report.Pictures;
import io.squeezelab.results.Folder;
import io.squeezelab.results.Glance;
import io.squeezelab.results.Result;
import io.squeezelab.results.TrialLog;
import io.squeezelab.spec.BadInput;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The stored results and their charts, as the page shows them. They are read and drawn again when
 * results have been added, beside the requests, and at most a twentieth of the time, so that a
 * sweep has the machine for itself; while nobody looks, not at all.
 */
final class Store implements AutoCloseable {
  private static final long LEAST = 2_000_000_000L;
  private static final int SHARE = 20;

  private final Folder folder;
  private final ExecutorService reader =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "results for the page");
            thread.setDaemon(true);
            return thread;
          });
  private volatile View view = new View(0, List.of(), Choices.NONE, Pictures.NONE);
  private long size = -1;
  private long next = System.nanoTime();
  private boolean reading;

  /**
   * @param version from 1; greater with each change
   * @param trials each by its last attempt, in the order in which they ended
   * @param choices of the search
   */
  record View(int version, List<Result> trials, Choices choices, Pictures pictures) {}

  Store(Folder folder) {
    this.folder = folder;
  }

  /** What is known now; more is found out for the next time. */
  View view() {
    look();
    return view;
  }

  private synchronized void look() {
    if (!reading && System.nanoTime() - next >= 0 && new Glance(folder).size() != size) {
      reading = true;
      reader.execute(this::read);
    }
  }

  private void read() {
    long start = System.nanoTime();
    long before = new Glance(folder).size();
    try {
      Study study = Study.of(folder.kept(), TrialLog.read(folder.path()).results());
      view = new View(view.version + 1, study.trials(), study.choices(), Pictures.of(study));
    } catch (BadInput unreadable) {
      before = -1; // a folder that is being made, say: it is looked at again
    }
    over(before, System.nanoTime() - start);
  }

  private synchronized void over(long read, long took) {
    size = read;
    next = System.nanoTime() + Math.max(LEAST, SHARE * took);
    reading = false;
  }

  @Override
  public void close() {
    reader.shutdownNow();
  }
}
