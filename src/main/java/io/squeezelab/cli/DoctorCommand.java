package io.squeezelab.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.squeezelab.spec.Print;
import io.squeezelab.spec.Trees;
import io.squeezelab.trial.Diagnosis;
import io.squeezelab.trial.Version;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code squeezelab doctor}: what is there, what is missing, how to get it. */
@Command(name = "doctor", description = "Checks Java, the engine, devices and data sets.")
final class DoctorCommand implements Callable<Integer> {
  @Mixin private ShelfOption data;

  @Option(names = "--json", description = "print JSON and nothing else")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Diagnosis engine = DiagnoseCommand.ask();
    ObjectNode tree = Trees.object();
    tree.put("version", Version.text());
    tree.put("java", System.getProperty("java.version") + ", " + System.getProperty("java.vendor"));
    tree.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    tree.put("processors", Runtime.getRuntime().availableProcessors());
    tree.put("memory-mb", Runtime.getRuntime().maxMemory() >> 20);
    tree.set("engine", Print.tree(engine));
    ObjectNode sets = tree.putObject("data");
    DataCommand.sets().forEach((name, set) -> sets.put(name, DataCommand.found(set, data.shelf())));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Trees.pretty(tree));
    } else {
      print(out, tree, engine);
    }
    return engine.trouble().isEmpty() ? Main.DONE : Main.SOME_FAILED;
  }

  private static void print(PrintWriter out, ObjectNode tree, Diagnosis engine) {
    line(out, "squeezelab", tree.get("version").asText());
    line(out, "Java", tree.get("java").asText() + ", " + tree.get("system").asText());
    line(out, "processors", tree.get("processors").asText());
    line(out, "engine", engine.engine().isEmpty() ? "does not start" : engine.engine());
    line(out, "CUDA", cuda(engine));
    tree.get("data")
        .properties()
        .forEach(
            set ->
                line(
                    out,
                    set.getKey(),
                    set.getValue().isNull()
                        ? DataCommand.missing(set.getKey())
                        : "found " + set.getValue().asText()));
    if (!engine.trouble().isEmpty()) {
      out.println();
      out.println(engine.trouble());
    }
  }

  private static String cuda(Diagnosis engine) {
    if (engine.engine().isEmpty()) {
      return "not known: the engine does not start";
    }
    if (!engine.cuda()) {
      return "no: the native library is the one for processors; docs/gpu.md says how to get CUDA's";
    }
    return Table.plural(engine.gpus(), "device");
  }

  private static void line(PrintWriter out, String what, String value) {
    out.println(String.format("%-18s %s", what, value));
  }
}
