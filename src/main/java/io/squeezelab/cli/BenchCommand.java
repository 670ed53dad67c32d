package io.squeezelab.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.squeezelab.engine.Hardware;
import io.squeezelab.experiment.Arm;
import io.squeezelab.experiment.Experiment;
import io.squeezelab.experiment.ExperimentFile;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Print;
import io.squeezelab.spec.Trees;
import io.squeezelab.trial.Speed;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code squeezelab bench}: images a second of an experiment's arms, measured in turns so that a
 * machine that slows down slows all of them.
 */
@Command(name = "bench", description = "Measures the training speed of an experiment's arms.")
final class BenchCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "the experiment file")
  private Path file;

  @Mixin private DeviceOption device;

  @Option(names = "--warm-up", defaultValue = "3", description = "steps before the measurements")
  private int warmUp;

  @Option(names = "--rounds", defaultValue = "5", description = "measurements of each arm")
  private int rounds;

  @Option(names = "--steps", defaultValue = "4", description = "steps a measurement")
  private int steps;

  @Option(names = "--json", description = "print JSON and nothing else")
  private boolean json;

  @Spec private CommandSpec spec;

  /** Images a second of one arm, in rising order. */
  private record Measured(String arm, List<Double> speeds) {
    double at(double share) {
      return speeds.get((int) Math.round(share * (speeds.size() - 1)));
    }
  }

  @Override
  public Integer call() {
    Check.atLeast("--warm-up", 1, warmUp);
    Check.atLeast("--rounds", 1, rounds);
    Check.atLeast("--steps", 1, steps);
    Experiment experiment = ExperimentFile.read(file);
    List<Measured> measured = measure(experiment.arms(), device.hardware());
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      ArrayNode array = Trees.list();
      measured.forEach(m -> array.add((ObjectNode) Print.tree(m)));
      out.println(Trees.pretty(array));
      return Main.DONE;
    }
    Table table = new Table("arm", "images/s: median", "least", "most", "of the first");
    for (Measured m : measured) {
      table.row(
          m.arm(),
          whole(m.at(0.5)),
          whole(m.at(0)),
          whole(m.at(1)),
          String.format(Locale.ROOT, "%.2f", m.at(0.5) / measured.get(0).at(0.5)));
    }
    out.print(table);
    return Main.DONE;
  }

  private List<Measured> measure(List<Arm> arms, Hardware hardware) {
    List<Speed> running = new ArrayList<>();
    try {
      List<List<Double>> speeds = new ArrayList<>();
      for (Arm arm : arms) {
        running.add(new Speed(arm.recipe(), hardware, warmUp + rounds * steps));
        running.get(running.size() - 1).measure(warmUp);
        speeds.add(new ArrayList<>());
      }
      for (int round = 0; round < rounds; round++) {
        for (int i = 0; i < arms.size(); i++) {
          speeds.get(i).add(running.get(i).measure(steps));
        }
      }
      List<Measured> measured = new ArrayList<>();
      for (int i = 0; i < arms.size(); i++) {
        measured.add(new Measured(arms.get(i).label(), speeds.get(i).stream().sorted().toList()));
      }
      return measured;
    } finally {
      running.forEach(Speed::close);
    }
  }

  private static String whole(double number) {
    return String.format(Locale.ROOT, "%.0f", number);
  }
}
