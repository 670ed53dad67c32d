package io.squeezelab.cli;

import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Print;
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Trees;
import io.squeezelab.trial.Calibration;
import io.squeezelab.trial.Trial;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code squeezelab calibrate}: what {@code plan --time} starts as child processes, one a slot. Of
 * each trial, a line, it prepares the beginning, says so, and measures once it is told to: all
 * slots at a time, as they would train.
 */
@Command(name = "calibrate", hidden = true, description = "Measures the beginning of trials.")
final class CalibrateCommand implements Callable<Integer> {
  static final String MARK = "calibration: ";
  static final String READY = "ready";
  static final String LACKS = "lacks ";

  @Mixin private ShelfOption data;

  @Mixin private DeviceOption device;

  @Option(names = "--seconds", required = true)
  private double seconds;

  private final PrintStream out = System.out;

  @Override
  public Integer call() throws IOException {
    System.setOut(System.err);
    try (Calibration calibration = new Calibration(data.shelf(), device.hardware());
        BufferedReader in =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        one(calibration, Bind.read(Trial.class, Trees.json(line)), in);
      }
      return Main.DONE;
    } finally {
      System.setOut(out);
    }
  }

  private void one(Calibration calibration, Trial trial, BufferedReader in) throws IOException {
    try {
      calibration.prepare(trial);
      say(READY);
      if (in.readLine() != null) {
        say(Trees.print(Print.tree(calibration.measure(seconds))));
      }
    } catch (BadInput | Problem lacking) {
      say(LACKS + lacking.getMessage().lines().findFirst().orElse(""));
    } catch (RuntimeException | OutOfMemoryError failed) {
      say(LACKS + failed);
    }
  }

  private void say(String what) {
    out.println(MARK + what);
    out.flush();
  }
}
