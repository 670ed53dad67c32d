package io.squeezelab.sweep;

import io.squeezelab.analysis.Made;
import io.squeezelab.train.Epoch;
import io.squeezelab.trial.Earlier;
import io.squeezelab.trial.Outcome;
import io.squeezelab.trial.Outcome.Ending;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A worker that trains nothing and misbehaves on command. The n-th that is started does what the
 * n-th word in the file {@code script} of its data folder says, with every job.
 */
public final class Puppet {
  static final Epoch EPOCH = new Epoch(1, 0.1, 2.0, 0.25, 1.5, 0.5, 3.0);
  static final Earlier EARLIER = new Earlier(2, 40, 1772359200000L);

  private final String word;

  private Puppet(String word) {
    this.word = word;
  }

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[Arrays.asList(arguments).indexOf("--data") + 1]);
    int number = 0;
    while (!folder.resolve("started-" + number).toFile().createNewFile()) {
      number++;
    }
    String[] words = Files.readString(folder.resolve("script")).split(" ");
    String word = number < words.length ? words[number] : "works";
    if (word.equals("unborn")) {
      Runtime.getRuntime().halt(128 + 9);
    }
    if (!word.equals("hangs")) {
      say(Message.ready("a puppet"));
    }
    Thread heart = new Thread(Puppet::beat);
    heart.setDaemon(true);
    heart.start();
    BufferedReader orders = new BufferedReader(new InputStreamReader(System.in));
    for (String line = orders.readLine(); line != null; line = orders.readLine()) {
      new Puppet(word).answer(line);
    }
  }

  private static void beat() {
    try {
      while (true) {
        say(Message.ALIVE);
        Thread.sleep(500);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static synchronized void say(Message message) {
    System.out.println(message.line());
    System.out.flush();
  }

  private void answer(String line) throws IOException {
    if (line.equals(Order.STOP)) {
      if (!word.equals("deaf")) {
        say(Message.laidDown());
      }
      return;
    }
    if (word.equals("resumes")) {
      say(Message.of(EARLIER));
    }
    say(Message.of(EPOCH));
    Outcome done = Made.done("a", 0, 0.5).outcome();
    switch (word) {
      case "dies", "resumes" -> Runtime.getRuntime().halt(128 + 9);
      case "full" -> Runtime.getRuntime().halt(Obituary.FULL);
      case "stammers" -> {
        System.out.print(Message.of(EPOCH).line().substring(0, 30));
        System.out.flush();
        Runtime.getRuntime().halt(128 + 9);
      }
      case "freezes" -> kill("STOP");
      case "aborts" -> kill("ABRT");
      case "endless", "deaf" -> {} // until it is told to stop, if it listens
      case "needs" -> say(Message.of(memory(done)));
      default -> say(Message.of(done));
    }
  }

  private static Outcome memory(Outcome done) {
    return new Outcome(
        Ending.OUT_OF_MEMORY, "made", null, done.history(), 1.0, 1.0, done.provenance());
  }

  /** As if by somebody else. */
  private static void kill(String signal) throws IOException {
    String self = Long.toString(ProcessHandle.current().pid());
    new ProcessBuilder("kill", "-s", signal, self).start();
  }
}
