package io.squeezelab.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.squeezelab.analysis.Numbers;
import io.squeezelab.experiment.Arm;
import io.squeezelab.experiment.Experiment;
import io.squeezelab.experiment.Planned;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Print;
import io.squeezelab.spec.Trees;
import io.squeezelab.sweep.Workers;
import io.squeezelab.trial.Calibration;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The time that an experiment will take, measured in child processes, one for each slot. */
final class Clocked implements AutoCloseable {
  private static final double SECONDS = 3;

  private final Experiment experiment;
  private final int workers;
  private final List<Rehearsed> slots = new ArrayList<>();
  private final Map<String, List<Calibration.Seconds>> measured = new LinkedHashMap<>();
  private Forecast forecast;

  /**
   * @throws BadInput if something is missing, such as images
   */
  Clocked(Experiment experiment, Workers workers) {
    this.experiment = experiment;
    this.workers = Math.max(1, workers.count());
    try {
      for (int i = 0; i < this.workers; i++) {
        slots.add(new Rehearsed(workers, i, SECONDS));
      }
      for (Arm arm : Forecast.some(experiment.arms())) {
        measured.put(arm.label(), measure(arm));
      }
      forecast = new Forecast(experiment.arms(), measured);
    } catch (IOException e) {
      throw new BadInput("a process that measures cannot be talked to: " + e.getMessage(), e);
    } finally {
      close();
    }
  }

  private List<Calibration.Seconds> measure(Arm arm) throws IOException {
    for (Rehearsed slot : slots) {
      slot.prepare(arm.recipe().with(experiment.seeds().get(0)));
    }
    for (Rehearsed slot : slots) {
      String lacking = slot.lacks();
      if (lacking != null) {
        throw new BadInput(arm.label() + ": " + lacking);
      }
    }
    for (Rehearsed slot : slots) {
      slot.go(); // all at a time: they share processors, memory and disk
    }
    List<Calibration.Seconds> seconds = new ArrayList<>();
    for (Rehearsed slot : slots) {
      seconds.add(slot.seconds());
    }
    return seconds;
  }

  /** Of the trials that are left, from the sweep's start to its last result. */
  Estimate total(List<Planned> left) {
    Estimate trials =
        Estimate.of(left.stream().map(one -> forecast.of(one.arm())).toList(), workers);
    return left.isEmpty() ? trials : trials.plus(start());
  }

  /** Until a worker has its engine and its images. */
  private double start() {
    Calibration.Seconds first = measured.values().iterator().next().get(0);
    return slots.get(0).start() - first.prepare();
  }

  Table table() {
    Table table = new Table("arm", "seconds a trial", "least", "most", "");
    for (Arm arm : experiment.arms()) {
      Estimate one = forecast.of(arm.label());
      table.row(
          arm.label(),
          Numbers.duration(one.middle()),
          Numbers.duration(one.low()),
          Numbers.duration(one.high()),
          measured.containsKey(arm.label()) ? "measured" : "by its MACs");
    }
    return table;
  }

  String sentence(List<Planned> left) {
    return "%s on %s: about %s, as fast as this machine is now."
        .formatted(
            Table.plural(left.size(), "trial"), Table.plural(workers, "worker"), total(left));
  }

  ObjectNode tree(List<Planned> left) {
    ObjectNode tree = Trees.object();
    tree.put("workers", workers);
    tree.put("start", start());
    tree.set("total", Print.tree(total(left)));
    ObjectNode arms = tree.putObject("arms");
    for (Arm arm : experiment.arms()) {
      ObjectNode one = (ObjectNode) Print.tree(forecast.of(arm.label()));
      arms.set(arm.label(), one.put("measured", measured.containsKey(arm.label())));
    }
    return tree;
  }

  @Override
  public void close() {
    slots.forEach(Rehearsed::close);
  }
}
