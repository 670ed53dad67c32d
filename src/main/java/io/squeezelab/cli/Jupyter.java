package io.squeezelab.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Trees;
import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * An installed Jupyter Lab with a Java kernel.
 *
 * @param program the command {@code jupyter}
 * @param lab version of Jupyter Lab
 * @param kernel how the kernel calls itself
 */
record Jupyter(Path program, String lab, String kernel) {
  private static final String INSTALL =
      "python3 -m venv ~/squeezelab-notebooks\n"
          + "  . ~/squeezelab-notebooks/bin/activate\n"
          + "  pip install jjava jupyterlab\n"
          + "and then, in the same shell, squeezelab notebook again";

  /**
   * Looks for all that is needed.
   *
   * @param environment with {@code PATH}
   * @throws BadInput that says what is missing, and how to get it
   */
  static Jupyter find(Map<String, String> environment) {
    if (ModuleFinder.ofSystem().find("jdk.jshell").isEmpty()) {
      throw new BadInput(
          "notebooks need a whole JDK, for its jshell; this is a runtime, "
              + System.getProperty("java.home")
              + "; on Debian: apt install openjdk-17-jdk-headless");
    }
    Path program = on(environment, "jupyter").orElseThrow(() -> without(environment));
    String lab =
        said(program, "lab", "--version")
            .orElseThrow(
                () -> new BadInput(program + " has no Jupyter Lab; pip install jupyterlab"));
    return new Jupyter(program, lab.strip(), kernel(program));
  }

  private static BadInput without(Map<String, String> environment) {
    String python =
        on(environment, "python3").isPresent()
            ? ""
            : "there is no python3 on the PATH; on Debian: apt install python3-venv. And ";
    return new BadInput(python + "there is no jupyter on the PATH; to install it:\n  " + INSTALL);
  }

  private static String kernel(Path program) {
    String list = said(program, "kernelspec", "list", "--json").orElse("{}");
    try {
      Iterable<JsonNode> kernels = Trees.json(list).path("kernelspecs");
      return StreamSupport.stream(kernels.spliterator(), false)
          .map(kernel -> kernel.path("spec"))
          .filter(kernel -> kernel.path("language").asText().equalsIgnoreCase("java"))
          .map(kernel -> kernel.path("display_name").asText())
          .findFirst()
          .orElseThrow(() -> new BadInput(program + " has no Java kernel; pip install jjava"));
    } catch (Problem unreadable) {
      throw new BadInput(program + " kernelspec list --json gave no JSON", unreadable);
    }
  }

  private static Optional<Path> on(Map<String, String> environment, String program) {
    return List.of(environment.getOrDefault("PATH", "").split(File.pathSeparator)).stream()
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** What a command of it prints; empty where it fails. */
  private static Optional<String> said(Path program, String... words) {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(words));
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? Optional.of(said) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** It with these words, in an environment in which kernels know this program. */
  ProcessBuilder process(List<String> words) {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(words);
    ProcessBuilder process = new ProcessBuilder(command);
    Map<String, String> environment = process.environment();
    Path jar = Notebooks.jar();
    String own = environment.getOrDefault("SQUEEZELAB_CLASSPATH", "");
    String path =
        jar + File.pathSeparator + jar.resolveSibling("lib") + "/*" + File.pathSeparator + own;
    List.of("JJAVA_CLASSPATH", "IJAVA_CLASSPATH").forEach(name -> environment.put(name, path));
    String java = Path.of(System.getProperty("java.home"), "bin").toString();
    environment.merge("PATH", java, (before, ours) -> ours + File.pathSeparator + before);
    return process;
  }

  @Override
  public String toString() {
    return "Jupyter Lab " + lab + " (" + program + ") with the kernel " + kernel;
  }
}
