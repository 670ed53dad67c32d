package io.squeezelab.sweep;

import io.squeezelab.spec.Trees;
import io.squeezelab.train.Epoch;
import io.squeezelab.trial.Outcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/**
 * The log of the trial that a worker runs: what the worker printed, and its epochs in words. A log
 * that cannot be written never stops a trial; its results matter more.
 */
final class Log implements AutoCloseable {
  private final Recent recent = new Recent();
  private PrintWriter file;

  synchronized void start(Path where, Job job) {
    close();
    recent.clear();
    try {
      Files.createDirectories(where.getParent());
      file =
          new PrintWriter(
              Files.newBufferedWriter(
                  where,
                  StandardCharsets.UTF_8,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.APPEND),
              true);
      file.println("Attempt " + job.attempt() + " of trial " + job.id() + ", " + job.arm());
      file.println(Trees.print(job.trial().resolved()));
    } catch (IOException e) {
      file = null;
    }
  }

  synchronized void line(String line) {
    recent.add(line);
    if (file != null) {
      file.println(line);
    }
  }

  /** Something of ours: no last words of a worker. */
  synchronized void note(String text) {
    if (file != null) {
      file.println(text);
    }
  }

  synchronized void epoch(Epoch epoch) {
    if (file != null) {
      file.printf(
          Locale.ROOT,
          "epoch %d: rate %.5g, loss %.4f, top-1 %.2f %%; validation: loss %.4f, top-1 %.2f %%; %.1f s%n",
          epoch.epoch(),
          epoch.rate(),
          epoch.loss(),
          100 * epoch.top1(),
          epoch.validationLoss(),
          100 * epoch.validationTop1(),
          epoch.seconds());
    }
  }

  synchronized void trouble(Throwable failure) {
    if (file != null) {
      failure.printStackTrace(file);
    }
  }

  synchronized void end(Outcome outcome) {
    if (file != null) {
      String why = outcome.reason().isEmpty() ? "" : ": " + outcome.reason();
      file.println(outcome.ending() + why);
    }
  }

  /** The last things that were printed, for the message about a worker that died. */
  synchronized Recent last() {
    return recent;
  }

  @Override
  public synchronized void close() {
    if (file != null) {
      file.close();
      file = null;
    }
  }
}
