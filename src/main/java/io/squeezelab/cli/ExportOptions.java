package io.squeezelab.cli;

import io.squeezelab.export.Exports;
import io.squeezelab.export.Mlflow;
import io.squeezelab.export.Sink;
import io.squeezelab.export.TensorBoard;
import io.squeezelab.results.Folder;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Where the results of a running sweep go besides its folder. */
final class ExportOptions {
  static final String TENSORBOARD = "tensorboard";

  @Option(
      names = "--tensorboard",
      description = "also write an event file for each trial that ends: DIR/tensorboard")
  private boolean tensorboard;

  @Option(
      names = "--mlflow",
      paramLabel = "URI",
      description = "also log each trial that ends to an MLflow server: http://127.0.0.1:5000")
  private String mlflow;

  /**
   * @throws io.squeezelab.spec.Problem if it is not the address of a server
   */
  void check() {
    if (mlflow != null) {
      Mlflow.checked("--mlflow", mlflow);
    }
  }

  /**
   * @param name of the experiment
   */
  Exports exports(Folder folder, String name, PrintWriter err) {
    List<Sink> sinks = new ArrayList<>();
    if (tensorboard) {
      sinks.add(new TensorBoard(folder.path().resolve(TENSORBOARD)));
    }
    if (mlflow != null) {
      sinks.add(new Mlflow(mlflow, name));
    }
    return new Exports(sinks, line -> err.println("squeezelab: " + line));
  }
}
