package io.squeezelab.cli;

import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Print;
import io.squeezelab.spec.Trees;
import io.squeezelab.sweep.Workers;
import io.squeezelab.trial.Calibration;
import io.squeezelab.trial.Trial;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The parent's side of one child that calibrates. */
final class Rehearsed implements AutoCloseable {
  private final long began = System.nanoTime();
  private final Process process;
  private final BufferedReader from;
  private final BufferedWriter to;
  private String first;
  private double start;

  Rehearsed(Workers workers, int slot, double seconds) throws IOException {
    List<String> command = workers.command(slot, "calibrate");
    command.addAll(List.of("--seconds", Double.toString(seconds)));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(workers.device(slot).environment());
    process = builder.start();
    from =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    to =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
  }

  void prepare(Trial trial) throws IOException {
    write(Trees.print(Print.tree(trial)));
  }

  /** Waits until it is ready; the message where it cannot be, otherwise null. */
  String lacks() throws IOException {
    first = read();
    if (start == 0) {
      start = (System.nanoTime() - began) / 1e9;
    }
    return first.equals(CalibrateCommand.READY) ? null : lacking(first);
  }

  void go() throws IOException {
    write("go");
  }

  /**
   * @throws BadInput if it failed
   */
  Calibration.Seconds seconds() throws IOException {
    String said = read();
    if (said.startsWith(CalibrateCommand.LACKS)) {
      throw new BadInput(lacking(said));
    }
    return Bind.read(Calibration.Seconds.class, Trees.json(said));
  }

  /** Seconds from its start to its first answer. */
  double start() {
    return start;
  }

  private static String lacking(String said) {
    return said.replaceFirst("^" + CalibrateCommand.LACKS, "");
  }

  private void write(String line) throws IOException {
    to.write(line + "\n");
    to.flush();
  }

  private String read() throws IOException {
    for (String line = from.readLine(); line != null; line = from.readLine()) {
      if (line.startsWith(CalibrateCommand.MARK)) {
        return line.substring(CalibrateCommand.MARK.length());
      }
    }
    return CalibrateCommand.LACKS + "the process that measures has ended";
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
