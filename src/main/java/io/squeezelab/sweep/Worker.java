package io.squeezelab.sweep;

import io.squeezelab.data.Shelf;
import io.squeezelab.engine.Hardware;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Trees;
import io.squeezelab.trial.Execution;
import io.squeezelab.trial.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The child's side of a worker: takes one trial after another from its standard input, a line of
 * JSON each, and reports on its standard output, also once a second that it lives. It ends when its
 * input does, so it never outlives the sweep that started it.
 */
public final class Worker {
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final Execution execution;
  private final PrintStream out;
  private volatile boolean stopping;

  private Worker(Shelf shelf, Hardware hardware, PrintStream out) {
    this.execution = new Execution(shelf, hardware);
    this.out = out;
  }

  /** Serves until the input ends, or says why it cannot, before any trial is taken. */
  public static void serve(Shelf shelf, Hardware hardware) throws InterruptedException {
    PrintStream out = System.out;
    System.setOut(System.err);
    Worker worker = new Worker(shelf, hardware, out);
    inBackground("sweep", () -> worker.read(System.in));
    inBackground("heart", worker::beat);
    try {
      worker.work();
    } catch (OutOfMemoryError full) { // not in a trial, where it is an outcome
      Runtime.getRuntime().halt(Obituary.FULL);
    }
  }

  private void work() throws InterruptedException {
    try {
      tell(Message.ready(execution.start()));
    } catch (BadInput refusal) {
      tell(Message.refusal(refusal));
      return;
    }
    while (true) {
      run(Bind.read(Order.class, Trees.json(lines.take())));
    }
  }

  private static void inBackground(String name, Runnable task) {
    Thread thread = new Thread(() -> guarded(task), name);
    thread.setDaemon(true);
    thread.start();
  }

  /** A worker that cannot hear its sweep any more, or not be heard, must not live on. */
  private static void guarded(Runnable task) {
    int code = 1;
    try {
      task.run();
      code = 0;
    } catch (OutOfMemoryError full) {
      code = Obituary.FULL;
    } finally {
      Runtime.getRuntime().halt(code); // also in the middle of a trial: nobody waits for it
    }
  }

  private void beat() {
    try {
      while (true) {
        tell(Message.ALIVE);
        Thread.sleep(Child.BEAT_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read(InputStream in) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        stopping = line.equals(Order.STOP);
        if (!stopping) {
          lines.add(line);
        }
      }
    } catch (IOException e) {
      System.err.println("the sweep is gone: " + e.getMessage());
    }
  }

  private void run(Order order) {
    Optional<Outcome> outcome =
        execution.run(
            order.trial(), order.conditions(), new Telling(order, this::tell, () -> stopping));
    tell(outcome.map(Message::of).orElseGet(Message::laidDown));
  }

  private void tell(Message message) {
    synchronized (out) {
      out.println(message.line());
      out.flush();
    }
  }
}
