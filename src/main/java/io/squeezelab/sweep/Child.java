package io.squeezelab.sweep;

import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Print;
import io.squeezelab.spec.Trees;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** The sweep's side of a worker: a child JVM, what it says, and the log of the trial it runs. */
final class Child implements AutoCloseable {
  /** Longest wait for a word; what a worker sends to show that it lives comes as often. */
  static final long BEAT_MILLIS = 1000;

  private static final long LAST_WORDS_MILLIS = 5000;

  private final Process process;
  private final BufferedWriter to;
  private final Log log = new Log();
  private final Ears ears;
  private final Patience patience;
  private OptionalLong kills = KernelKills.count();
  private long quiet;
  private long waited;
  private boolean dismissed;
  private String engine = "";

  /**
   * @throws IOException if the system starts no process
   */
  Child(Workers workers, int slot) throws IOException {
    patience = workers.patience();
    ProcessBuilder builder = new ProcessBuilder(workers.command(slot));
    builder.environment().putAll(workers.device(slot).environment());
    process = builder.start();
    to =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    ears = new Ears(process, log);
  }

  /**
   * Waits until it can work; that it lives is not enough.
   *
   * @throws IOException if the worker dies before, or takes too long
   * @throws BadInput if the worker cannot work: no such device, say
   */
  void ready() throws IOException, InterruptedException {
    while (true) {
      Message message = next();
      if (message == null) {
        throw new IOException(obituary().reason());
      } else if (message.refusal() != null) {
        throw new BadInput(message.refusal());
      } else if (message.engine() != null) {
        engine = message.engine();
        return;
      } else if (waited >= patience.start().toMillis()) {
        throw new IOException("the worker was not ready after " + waited / 1000 + " s");
      }
    }
  }

  /**
   * Gives it a job.
   *
   * @param where file for the trial's log
   * @return false if it takes none, because it is to stop
   */
  synchronized boolean take(Job job, Path where) {
    log.start(where, job);
    kills = KernelKills.count();
    if (!dismissed) {
      tell(Trees.print(Print.tree(Order.of(job, where))));
    }
    return !dismissed;
  }

  /** Asks it to put down its trial. */
  synchronized void stop() {
    tell(Order.STOP);
  }

  /** Asks it to put down its trial, and to take no other. */
  synchronized void dismiss() {
    dismissed = true;
    stop();
  }

  private void tell(String line) {
    try {
      to.write(line + "\n");
      to.flush();
    } catch (IOException dead) {
      log.note("the worker does not listen any more: " + dead.getMessage());
    }
  }

  /** The next message, {@link Message#ALIVE} if there is none for a while; null when it is dead. */
  Message next() throws InterruptedException {
    long before = System.nanoTime();
    Optional<Message> message = ears.next(BEAT_MILLIS);
    waited += Math.min(BEAT_MILLIS, Duration.ofNanos(System.nanoTime() - before).toMillis());
    quiet = message == null ? quiet + BEAT_MILLIS : 0; // waits are summed: a sweep that was itself
    return message == null ? Message.ALIVE : message.orElse(null); // held up blames no worker
  }

  /** Whether nothing was heard of it for longer than the sweep's patience. */
  boolean silent() {
    return quiet >= patience.silence().toMillis();
  }

  String silence() {
    return "the worker was silent for " + quiet / 1000 + " s";
  }

  Log log() {
    return log;
  }

  /** How the process ended. */
  Obituary obituary() throws InterruptedException {
    ears.join(LAST_WORDS_MILLIS);
    if (!process.waitFor(LAST_WORDS_MILLIS, TimeUnit.MILLISECONDS)) {
      process.destroyForcibly(); // it has closed its streams, and can do nothing for us
    }
    return Obituary.of(process.waitFor(), log.last(), kills, KernelKills.count());
  }

  /** What it computes with, by its first word. */
  String engine() {
    return engine;
  }

  boolean alive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    log.close();
  }
}
