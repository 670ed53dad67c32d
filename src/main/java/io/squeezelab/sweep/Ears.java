package io.squeezelab.sweep;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Reads what a worker says as it comes, so that no worker ever waits for its sweep: messages are
 * kept, everything else goes to the log.
 */
final class Ears {
  private final BlockingQueue<Optional<Message>> messages = new LinkedBlockingQueue<>();
  private final Log log;
  private final Thread errors;

  Ears(Process process, Log log) {
    this.log = log;
    errors = listen("worker's errors", process.getErrorStream(), log::line, () -> {});
    listen(
        "worker's words",
        process.getInputStream(),
        this::word,
        () -> messages.add(Optional.empty()));
  }

  private Thread listen(String name, InputStream from, Consumer<String> each, Runnable end) {
    Thread thread = new Thread(() -> read(from, each, end), name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void read(InputStream from, Consumer<String> each, Runnable end) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        each.accept(line);
      }
    } catch (IOException gone) {
      log.line("the worker's words end here: " + gone.getMessage());
    } finally {
      end.run();
    }
  }

  private void word(String line) {
    Message message = Message.parse(line);
    if (message == null) {
      log.line(line);
    } else {
      messages.add(Optional.of(message));
    }
  }

  /** The next message, empty at the end; null if there is none in time. */
  Optional<Message> next(long millis) throws InterruptedException {
    return messages.poll(millis, TimeUnit.MILLISECONDS);
  }

  /** Waits until all is in the log that a worker said before its end, or for so long. */
  void join(long millis) throws InterruptedException {
    errors.join(millis);
  }
}
