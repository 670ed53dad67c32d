package io.squeezelab.cli;

import io.squeezelab.data.Data;
import io.squeezelab.data.Fetch;
import io.squeezelab.data.Source;
import io.squeezelab.spec.BadInput;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code squeezelab data fetch NAME}. */
@Command(
    name = "fetch",
    description = "Downloads a data set's official files, checks them and puts them in place.")
public final class DataFetch implements Callable<Integer> {
  private static final long MEGABYTE = 1_000_000;
  private static final long STEP = 20 * MEGABYTE;

  @Parameters(paramLabel = "NAME", description = "as in data list")
  private String name;

  @Mixin private ShelfOption data;

  @Option(
      names = "--from",
      paramLabel = "FILE_OR_URL",
      description = "take the files from here: a file, a folder, or a URL of either")
  private String from;

  @Spec private CommandSpec spec;

  private long steps;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Data set = DataCommand.set(name);
    Source source =
        set.source()
            .orElseThrow(
                () ->
                    new BadInput(
                        name + " is not fetched by this program; docs/data.md says where it is"));
    if (source.shipped()) {
      out.println(name + " is " + DataCommand.SHIPPED + "; there is nothing to fetch");
    } else {
      Path place = data.shelf().folders().get(0);
      out.println(name + " is in " + new Fetch(name, set, this::report).into(place, from));
    }
    out.flush();
    return 0;
  }

  /** A line on standard error for every 20 MB. */
  private void report(String file, long done, long total) {
    if (done / STEP == steps) {
      return;
    }
    steps = done / STEP;
    if (steps > 0) {
      String of = total < 0 ? "" : " of " + total / MEGABYTE;
      spec.commandLine().getErr().println(file + ": " + done / MEGABYTE + of + " MB");
      spec.commandLine().getErr().flush();
    }
  }
}
