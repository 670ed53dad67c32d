package io.squeezelab.export;

import io.squeezelab.results.Result;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * What becomes of the results of a running sweep besides being stored: each goes to every sink, in
 * a thread of its own, so that no trial waits for a server. A sink that fails is warned of once and
 * not asked again; it lacks what `squeezelab export` brings it later.
 */
public final class Exports implements AutoCloseable {
  private static final int PATIENCE = 20_000; // milliseconds

  private final List<Feed> feeds = new ArrayList<>();
  private final Attempts memory = new Attempts();
  private final Consumer<String> warning;
  private final int patience;

  /**
   * @param warning told in one line what did not work; from any thread
   */
  public Exports(List<Sink> sinks, Consumer<String> warning) {
    this(sinks, warning, PATIENCE);
  }

  /**
   * @param patience milliseconds for which the end waits while nothing is taken
   */
  Exports(List<Sink> sinks, Consumer<String> warning, int patience) {
    this.warning = warning;
    this.patience = patience;
    sinks.forEach(sink -> feeds.add(new Feed(sink)));
  }

  /** Results of earlier sweeps, which stay what they are but for what is decided in this one. */
  public void stored(List<Result> results) {
    if (!feeds.isEmpty()) {
      results.forEach(memory::add);
    }
  }

  /** Takes a result that has been stored; returns at once. */
  public void finished(Result result) {
    if (!feeds.isEmpty()) {
      Exported trial = memory.add(result);
      tell(sink -> sink.put(trial));
    }
  }

  /**
   * What was taken for paused of these arms was stopped for good.
   *
   * @param arms labels
   */
  public void stopped(Set<String> arms) {
    memory.stopped(arms).forEach(trial -> tell(sink -> sink.decided(trial)));
  }

  private void tell(News news) {
    feeds.forEach(feed -> feed.thread.execute(() -> feed.put(news)));
  }

  /**
   * Waits for what is still on its way, as long as it moves: a search may decide all at its end.
   */
  @Override
  public void close() {
    feeds.forEach(feed -> feed.thread.shutdown());
    feeds.forEach(Feed::end);
  }

  private interface News {
    void to(Sink sink) throws IOException;
  }

  private final class Feed {
    private final Sink sink;
    private final ExecutorService thread;
    private volatile boolean broken;
    private volatile int taken;

    Feed(Sink sink) {
      this.sink = sink;
      thread =
          Executors.newSingleThreadExecutor(
              work -> {
                Thread daemon = new Thread(work, "export to " + sink.name());
                daemon.setDaemon(true);
                return daemon;
              });
    }

    void put(News news) {
      if (broken) {
        return;
      }
      try {
        news.to(sink);
        taken++;
      } catch (IOException | RuntimeException e) {
        give(e.getMessage() == null ? e.toString() : e.getMessage());
      }
    }

    private void give(String why) {
      broken = true;
      warning.accept(
          sink.name()
              + ": "
              + why
              + "; the sweep goes on without it, and squeezelab export catches up later");
    }

    void end() {
      try {
        int before = -1;
        boolean ended = false;
        while (!ended && !broken && taken != before) {
          before = taken;
          ended = thread.awaitTermination(patience, TimeUnit.MILLISECONDS);
        }
        if (!ended && !broken) {
          give("has taken nothing for " + patience / 1000 + " s");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
