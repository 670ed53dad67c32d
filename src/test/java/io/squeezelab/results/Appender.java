package io.squeezelab.results;

import io.squeezelab.analysis.Made;
import io.squeezelab.spec.BadInput;
import java.nio.file.Path;

/**
 * A process of its own that writes to a results folder: FOLDER, and how many results; with a third
 * word it keeps the folder open until it is killed.
 */
final class Appender {
  private Appender() {}

  public static void main(String[] arguments) throws InterruptedException {
    try (TrialLog log = TrialLog.open(Path.of(arguments[0]))) {
      for (int seed = 0; seed < Integer.parseInt(arguments[1]); seed++) {
        log.append(Made.done("se", seed, 0.5));
      }
      System.out.println("done");
      if (arguments.length > 2) {
        Thread.sleep(Long.MAX_VALUE);
      }
    } catch (BadInput refused) {
      System.out.println(refused.getMessage());
      System.exit(2);
    }
  }
}
