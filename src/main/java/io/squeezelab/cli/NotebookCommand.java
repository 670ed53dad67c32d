package io.squeezelab.cli;

import io.squeezelab.spec.Check;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code squeezelab notebook}: Jupyter Lab, in whose Java notebooks this program is known. */
@Command(name = "notebook", description = "Opens notebooks in Jupyter Lab, with a Java kernel.")
final class NotebookCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      defaultValue = "01-quickstart",
      description = "a file, or one of ours by its name or number; 01-quickstart unless given")
  private String name;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "of the server; 8888 or the next free unless given")
  private Integer port;

  @Option(names = "--no-browser", description = "print the address and open nothing")
  private boolean quiet;

  @Option(
      names = "--jupyter",
      paramLabel = "OPTION",
      description =
          "an option for Jupyter Lab, such as --jupyter=--allow-root; may stand several times")
  private List<String> others = List.of();

  @Option(names = "--check", description = "say whether all is there, and start nothing")
  private boolean check;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    boolean possible = port == null || port >= 1 && port <= 65_535;
    Check.that(possible, "--port", "must be from 1 to 65535, is " + port);
    Path file = Notebooks.find(name);
    Jupyter jupyter = Jupyter.find(System.getenv());
    if (check) {
      spec.commandLine().getOut().println("found " + jupyter);
      return Main.DONE;
    }
    Process process = jupyter.process(words(file)).inheritIO().start();
    int code = process.waitFor();
    return code == 0 ? Main.DONE : Main.SOME_FAILED;
  }

  private List<String> words(Path file) {
    List<String> words = new ArrayList<>(List.of("lab"));
    if (port != null) {
      words.add("--port=" + port);
      words.add("--ServerApp.port_retries=0"); // another port than the one asked for is no help
    }
    if (quiet) {
      words.add("--no-browser");
      words.add("--LabApp.default_url=/lab/tree/" + file.getFileName()); // else it prints /lab
    }
    words.addAll(others);
    words.add(file.toString());
    return words;
  }
}
