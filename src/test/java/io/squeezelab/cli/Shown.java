package io.squeezelab.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a command showed, and the code it ended with. */
record Shown(int code, String out, String err) {

  /** Runs a command in this process. */
  static synchronized Shown of(String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    try (PrintStream first = new PrintStream(shown, true, UTF_8);
        PrintStream second = new PrintStream(told, true, UTF_8)) {
      System.setOut(first);
      System.setErr(second);
      int code = Main.run(arguments);
      return new Shown(code, shown.toString(UTF_8), told.toString(UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  /** A command in a process of its own, as the launcher starts it. */
  static ProcessBuilder process(List<String> before, List<String> options, String... arguments) {
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("SQUEEZELAB_DATA");
    return builder;
  }

  /** Waits for the end of a process that says little. */
  static Shown of(Process process) throws IOException, InterruptedException {
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
    return new Shown(process.waitFor(), out, err);
  }
}
