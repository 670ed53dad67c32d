package io.squeezelab.cli;

import io.squeezelab.analysis.Study;
import io.squeezelab.data.Whole;
import io.squeezelab.export.Epochs;
import io.squeezelab.export.Exported;
import io.squeezelab.export.Mlflow;
import io.squeezelab.export.Parquet;
import io.squeezelab.export.Sheet;
import io.squeezelab.export.Sink;
import io.squeezelab.export.TensorBoard;
import io.squeezelab.export.Trials;
import io.squeezelab.results.Folder;
import io.squeezelab.results.Kept;
import io.squeezelab.results.TrialLog;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Check;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code squeezelab export}: results in the formats of other programs. */
@Command(
    name = "export",
    description = "Writes results as CSV, Parquet or TensorBoard's events, or to an MLflow server.")
final class ExportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "a results folder, also of a running sweep")
  private Path folder;

  @Option(
      names = "--to",
      required = true,
      split = ",",
      paramLabel = "FORMAT",
      description = "csv, parquet, tensorboard, mlflow; several with commas between")
  private List<String> names;

  @Option(
      names = "--output",
      paramLabel = "PATH",
      description = "folder for the files; DIR unless given, for TensorBoard DIR/tensorboard")
  private Path output;

  @Option(
      names = "--uri",
      paramLabel = "URI",
      description = "MLflow's server; $MLFLOW_TRACKING_URI unless given")
  private String uri;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    List<ExportFormat> formats = names.stream().map(ExportFormat::of).distinct().toList();
    Kept kept = new Folder(folder).kept();
    Sink server = formats.contains(ExportFormat.MLFLOW) ? server(kept.name()) : null;
    Check.that(uri == null || server != null, "--uri", "is for --to mlflow alone");
    TrialLog.Contents contents = TrialLog.read(folder);
    PrintWriter err = spec.commandLine().getErr();
    contents.warnings().forEach(warning -> err.println("squeezelab: " + warning));
    Study study = Study.of(kept, contents.results());
    Path files = Objects.requireNonNullElse(output, folder);
    for (ExportFormat format : formats) {
      switch (format) {
        case CSV -> csv(study, files);
        case PARQUET -> parquet(study, files);
        case TENSORBOARD -> put(study, new TensorBoard(events()));
        case MLFLOW -> put(study, server);
      }
    }
    return Main.DONE;
  }

  private Mlflow server(String experiment) {
    String address = uri == null ? System.getenv("MLFLOW_TRACKING_URI") : uri;
    Check.that(address != null, "--uri", "is needed: the address of an MLflow server");
    return new Mlflow(Mlflow.checked("--uri", address), experiment);
  }

  private Path events() {
    return output == null ? folder.resolve(ExportOptions.TENSORBOARD) : output;
  }

  private void csv(Study study, Path into) {
    for (Sheet<?> table : List.of(Trials.of(study), Epochs.of(study))) {
      Path file = into.resolve(table.name() + ".csv");
      written(file, () -> Whole.write(file, table.csv().getBytes(StandardCharsets.UTF_8)));
    }
  }

  private void parquet(Study study, Path into) {
    for (Sheet<?> table : List.of(Trials.of(study), Epochs.of(study))) {
      written(Parquet.file(table, into), () -> Parquet.write(table, into));
    }
  }

  private void put(Study study, Sink sink) {
    List<Exported> trials = Exported.all(study);
    written(
        sink.name(),
        () -> {
          for (Exported trial : trials) {
            sink.put(trial);
          }
        });
  }

  /** What may fail on its way out of this program. */
  private interface Work {
    void run() throws IOException;
  }

  private void written(Object what, Work work) {
    try {
      work.run();
    } catch (IOException e) {
      throw new BadInput("cannot export to " + what + ": " + BadInput.reason(e), e);
    }
    spec.commandLine().getOut().println("Wrote " + what);
  }
}
