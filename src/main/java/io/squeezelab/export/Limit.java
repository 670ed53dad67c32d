package io.squeezelab.export;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls to something far away, which may not answer. */
final class Limit {
  private final Duration patience;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread daemon = new Thread(work, "call");
            daemon.setDaemon(true);
            return daemon;
          });

  Limit(Duration patience) {
    this.patience = patience;
  }

  /**
   * @throws IOException if it fails, in one line, or is not done in time; it then goes on alone
   */
  void run(Runnable call) throws IOException {
    Future<?> done = thread.submit(call);
    try {
      done.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      done.cancel(true);
      throw new IOException("no answer for " + patience.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      throw new IOException(why(e.getCause()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** What lies at the bottom of a failure: that a connection was refused. */
  private static String why(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    return message.lines().findFirst().orElse(message);
  }
}
