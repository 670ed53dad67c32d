package io.squeezelab.sweep;

import io.squeezelab.data.Shelf;
import io.squeezelab.engine.Hardware;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Trees;
import io.squeezelab.train.Epoch;
import io.squeezelab.train.Gates;
import io.squeezelab.trial.Execution;
import io.squeezelab.trial.Watcher;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The child's side of a worker: takes one trial after another from its standard input, a line of
 * JSON each, and reports on its standard output. It ends when its input does, so it never outlives
 * the sweep that started it.
 */
public final class Worker {
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final Execution execution;
  private final PrintStream out;

  private Worker(Shelf shelf, Hardware hardware, PrintStream out) {
    this.execution = new Execution(shelf, hardware);
    this.out = out;
  }

  /** Serves until the input ends, or says why it cannot, before any trial is taken. */
  public static void serve(Shelf shelf, Hardware hardware) throws InterruptedException {
    PrintStream out = System.out;
    System.setOut(System.err);
    Worker worker = new Worker(shelf, hardware, out);
    Thread reader = new Thread(() -> worker.read(System.in), "sweep");
    reader.setDaemon(true);
    reader.start();
    try {
      worker.execution.start();
    } catch (BadInput refusal) {
      worker.tell(Message.refusal(refusal));
      return;
    }
    worker.tell(Message.READY);
    while (true) {
      worker.run(Bind.read(Order.class, Trees.json(worker.lines.take())));
    }
  }

  private void read(InputStream in) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
      }
    } catch (IOException e) {
      System.err.println("the sweep is gone: " + e.getMessage());
    }
    Runtime.getRuntime().halt(0); // also in the middle of a trial: nobody waits for it
  }

  private void run(Order order) {
    tell(Message.of(execution.run(order.trial(), new Told(order))));
  }

  /** Passes on what a trial tells. */
  private final class Told implements Watcher {
    private final Order order;

    Told(Order order) {
      this.order = order;
    }

    @Override
    public void note(String text) {
      tell(Message.note(text));
    }

    @Override
    public Path weights() {
      return order.weights() == null ? null : Path.of(order.weights());
    }

    @Override
    public void epoch(Epoch epoch) {
      tell(Message.of(epoch));
    }

    @Override
    public boolean wantsGates() {
      return order.gates();
    }

    @Override
    public void gates(Gates gates) {
      tell(Message.of(gates));
    }

    @Override
    public void trouble(Throwable failure) {
      System.err.println("The trial failed:");
      failure.printStackTrace();
    }
  }

  private void tell(Message message) {
    synchronized (out) {
      out.println(message.line());
      out.flush();
    }
  }
}
