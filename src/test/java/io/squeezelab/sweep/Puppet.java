package io.squeezelab.sweep;

import io.squeezelab.analysis.Made;
import io.squeezelab.train.Epoch;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A worker that trains nothing and dies on command. The n-th that is started does what the n-th
 * word in the file {@code script} of its data folder says.
 */
public final class Puppet {
  static final Epoch EPOCH = new Epoch(1, 0.1, 2.0, 0.25, 1.5, 0.5, 3.0);

  private Puppet() {}

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
    System.out.println(Message.READY.line());
    BufferedReader jobs = new BufferedReader(new InputStreamReader(System.in));
    while (jobs.readLine() != null) {
      System.out.println(Message.of(EPOCH).line());
      if (word.equals("dies")) {
        Runtime.getRuntime().halt(128 + 9);
      }
      if (word.equals("stammers")) {
        System.out.print(Message.of(EPOCH).line().substring(0, 30));
        System.out.flush();
        Runtime.getRuntime().halt(128 + 9);
      }
      System.out.println(Message.of(Made.done("a", 0, 0.5).outcome()).line());
    }
  }
}
