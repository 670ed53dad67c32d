package io.squeezelab.cli;

import io.squeezelab.spec.Print;
import io.squeezelab.spec.Trees;
import io.squeezelab.trial.Diagnosis;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code squeezelab diagnose}: what doctor starts as child process, because native libraries that
 * do not fit together end the process that loads them.
 */
@Command(name = "diagnose", hidden = true, description = "Starts the engine and describes it.")
final class DiagnoseCommand implements Callable<Integer> {
  private static final String MARK = "diagnosis: ";

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().getOut().println(MARK + Trees.print(Print.tree(Diagnosis.of())));
    return Main.DONE;
  }

  /** The diagnosis of a child process, or why there is none. */
  static Diagnosis ask() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.add("diagnose");
    List<String> said = new ArrayList<>();
    try {
      Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
        lines.lines().forEach(said::add);
      }
      return said.stream()
          .filter(line -> line.startsWith(MARK))
          .map(line -> Diagnosis.read(Trees.json(line.substring(MARK.length()))))
          .findFirst()
          .orElse(Diagnosis.died(child.waitFor(), said));
    } catch (IOException e) {
      return Diagnosis.died(-1, List.of(String.valueOf(e.getMessage())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Diagnosis.died(-1, said);
    }
  }
}
