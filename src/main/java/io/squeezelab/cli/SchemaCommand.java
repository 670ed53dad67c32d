package io.squeezelab.cli;

import io.squeezelab.experiment.FileSchema;
import io.squeezelab.spec.Trees;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code squeezelab schema}: the experiment file as JSON Schema, with the variants of all jars. */
@Command(name = "schema", description = "Prints the JSON Schema of experiment files, for editors.")
final class SchemaCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().getOut().println(Trees.pretty(FileSchema.tree()));
    return Main.DONE;
  }
}
