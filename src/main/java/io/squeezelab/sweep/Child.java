package io.squeezelab.sweep;

import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Print;
import io.squeezelab.spec.Trees;
import io.squeezelab.train.Epoch;
import io.squeezelab.train.Gates;
import io.squeezelab.trial.Outcome;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The sweep's side of a worker: a child JVM that is alive, and the log of the trial it runs. */
final class Child implements AutoCloseable {
  private final Process process;
  private final BufferedReader from;
  private final BufferedWriter to;
  private final Log log = new Log();
  private final List<Epoch> history = new ArrayList<>();
  private Instant started = Instant.now();

  /**
   * @throws IOException if the system starts no process
   */
  Child(Workers workers) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(workers.command());
    builder.environment().putAll(workers.hardware().environment());
    process = builder.start();
    from =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    to =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    Thread errors = new Thread(this::drain, "worker's errors");
    errors.setDaemon(true);
    errors.start();
  }

  private void drain() {
    try (BufferedReader errors =
        new BufferedReader(
            new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
      for (String line = errors.readLine(); line != null; line = errors.readLine()) {
        log.line(line);
      }
    } catch (IOException gone) {
      log.line("the worker's messages end here: " + gone.getMessage());
    }
  }

  /**
   * Waits for the first word; false if the worker dies before it.
   *
   * @throws BadInput if the worker cannot work: no such device, say
   */
  boolean ready() {
    Message first = next();
    if (first != null && first.refusal() != null) {
      throw new BadInput(first.refusal());
    }
    return first != null;
  }

  /**
   * Runs a trial; null if the worker died over it.
   *
   * @param where file for the trial's log
   */
  Outcome run(Job job, Path where, Consumer<Epoch> each, Consumer<Gates> gates) {
    log.start(where, job);
    history.clear();
    started = Instant.now();
    try {
      to.write(Trees.print(Print.tree(Order.of(job, where))) + "\n");
      to.flush();
    } catch (IOException dead) {
      return null;
    }
    for (Message message = next(); message != null; message = next()) {
      if (message.note() != null) {
        log.note(message.note());
      } else if (message.epoch() != null) {
        log.epoch(message.epoch());
        history.add(message.epoch());
        each.accept(message.epoch());
      } else if (message.gates() != null) {
        gates.accept(message.gates());
      } else if (message.outcome() != null) {
        log.end(message.outcome());
        return message.outcome();
      }
    }
    return null;
  }

  /** What is left of the trial over which the worker died: its epochs so far. */
  Outcome lost() {
    return Outcome.failed(obituary(), List.copyOf(history), started);
  }

  private Message next() {
    try {
      for (String line = from.readLine(); line != null; line = from.readLine()) {
        Message message = Message.parse(line);
        if (message != null) {
          return message;
        }
        log.line(line);
      }
      return null;
    } catch (IOException e) {
      return null;
    }
  }

  /** Whether the process, which has ended, was asked to, as a terminal or a shell asks. */
  boolean signalled() {
    return List.of(128 + 1, 128 + 2, 128 + 15).contains(process.exitValue()); // HUP, INT, TERM
  }

  /** How the process ended, for a message. */
  String obituary() {
    try {
      int code = process.waitFor();
      return "the worker process ended with exit code " + code + signal(code) + log.last();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "the worker process ended";
    }
  }

  private static String signal(int code) {
    String why = code == 128 + 9 ? "; perhaps the system ran out of memory" : "";
    return code > 128 ? " (signal " + (code - 128) + why + ")" : "";
  }

  @Override
  public void close() {
    process.destroyForcibly();
    log.close();
  }
}
