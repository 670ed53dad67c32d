package io.squeezelab.cli;

import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Problem;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code squeezelab}: the one command a user types. */
@Command(
    name = "squeezelab",
    description = "Which channel attention is worth its cost?",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    scope = ScopeType.INHERIT,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:done, but some trials failed or some numbers differ",
      "2:the request was wrong",
      "3:stopped by a signal; run it again to go on"
    },
    subcommands = {
      SweepCommand.class,
      RetryCommand.class,
      PlanCommand.class,
      WatchCommand.class,
      SchemaCommand.class,
      ReportCommand.class,
      CompareCommand.class,
      ExportCommand.class,
      QueryCommand.class,
      NotebookCommand.class,
      TrialCommand.class,
      CatalogueCommand.class,
      DescribeCommand.class,
      ApplyCommand.class,
      CostCommand.class,
      LatencyCommand.class,
      BenchCommand.class,
      SimulateCommand.class,
      DataCommand.class,
      DoctorCommand.class,
      WorkerCommand.class,
      DiagnoseCommand.class,
      MemoryCommand.class,
      CalibrateCommand.class
    })
public final class Main implements Runnable {
  public static final int DONE = 0;
  public static final int SOME_FAILED = 1;
  static final int WRONG = 2;
  static final int STOPPED = 3;
  private static final int BUG = 70;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "show the stack trace of an error")
  private boolean verbose;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  static int run(String... arguments) {
    return run(new CommandLine(new Main()), arguments);
  }

  /**
   * Runs a command inside a program that goes on, as a notebook does.
   *
   * @param out where its results go, {@code err} where all else does
   * @return the exit code
   */
  public static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return run(new CommandLine(new Main()).setOut(out).setErr(err), arguments);
  }

  private static int run(CommandLine line, String... arguments) {
    Main main = line.getCommand();
    CommandLine command =
        line.setCaseInsensitiveEnumValuesAllowed(true)
            .setAbbreviatedOptionsAllowed(false)
            .setParameterExceptionHandler(WrongWords::answer)
            .setExecutionExceptionHandler((e, failed, parsed) -> main.failed(e, failed.getErr()));
    int code = command.execute(arguments);
    command.getOut().flush();
    command.getErr().flush();
    return code;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  private int failed(Exception e, PrintWriter err) {
    if (verbose) {
      e.printStackTrace(err);
    }
    if (e instanceof BadInput) {
      err.println("squeezelab: " + e.getMessage());
      return WRONG;
    }
    if (e instanceof Problem problem) {
      String field = problem.path().isEmpty() ? "" : problem.path() + ": ";
      err.println("squeezelab: " + field + problem.getMessage());
      return WRONG;
    }
    err.println("squeezelab: this is a mistake in squeezelab itself: " + e);
    err.println(verbose ? "Please report it." : "Please report it, with what --verbose prints.");
    return BUG;
  }
}
