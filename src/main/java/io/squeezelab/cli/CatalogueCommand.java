package io.squeezelab.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.squeezelab.spec.Trees;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code squeezelab catalogue}: every variant and preset of every family. */
@Command(name = "catalogue", description = "Lists every variant and preset.")
final class CatalogueCommand implements Callable<Integer> {
  @Option(names = "--json", description = "print JSON and nothing else")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      ArrayNode array = Trees.list();
      Entry.all().forEach(entry -> array.add(entry.tree()));
      out.println(Trees.pretty(array));
    } else {
      CatalogueText.lines(Entry.all()).forEach(out::println);
    }
    return Main.DONE;
  }
}
