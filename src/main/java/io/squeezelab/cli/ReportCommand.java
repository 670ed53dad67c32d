package io.squeezelab.cli;

import io.squeezelab.results.Folder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code squeezelab report}: tables, charts and a page from the results that are there. */
@Command(name = "report", description = "Writes tables, charts and report.html from results.")
final class ReportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "a results folder, also of a running sweep")
  private Path folder;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    new Conclusion(new Folder(folder)).write(out, spec.commandLine().getErr());
    return Main.DONE;
  }
}
