package io.squeezelab.cli;

import io.squeezelab.analysis.Study;
import io.squeezelab.report.CompareReport;
import io.squeezelab.results.Folder;
import io.squeezelab.results.TrialLog;
import io.squeezelab.spec.Check;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code squeezelab compare}: the arms of several experiments in one table a measure. */
@Command(name = "compare", description = "Puts several experiments side by side.")
final class CompareCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", arity = "1..*", description = "results folders, two or more")
  private List<Path> folders;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "writes compare.md, .csv, .html and the diagram of ranks there")
  private Path output;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Check.that(folders.size() > 1, "compare", "needs two results folders or more, has one");
    PrintWriter out = spec.commandLine().getOut();
    CompareReport report = CompareReport.of(folders.stream().map(this::study).toList());
    out.print(report.markdown());
    if (output != null) {
      report.write(output);
      out.println();
      out.println("Written: " + output.resolve("compare.html"));
    }
    return Main.DONE;
  }

  private Study study(Path folder) {
    TrialLog.Contents contents = TrialLog.read(folder);
    PrintWriter err = spec.commandLine().getErr();
    contents.warnings().forEach(warning -> err.println("squeezelab: " + warning));
    return Study.of(new Folder(folder).kept(), contents.results());
  }
}
