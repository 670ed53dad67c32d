package io.squeezelab.cli;

import io.squeezelab.backbone.Network;
import io.squeezelab.cost.Cost;
import io.squeezelab.experiment.Arm;
import io.squeezelab.experiment.Experiment;
import io.squeezelab.experiment.Matched;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An experiment's arms with their costs, and columns on what only some experiments have.
 *
 * @param completed trials of each arm
 * @param freezes whether an arm leaves parameters as they are
 * @param matches whether an arm's cost was matched
 */
record ArmTable(
    Experiment experiment, Map<String, Long> completed, boolean freezes, boolean matches) {

  static Table of(Experiment experiment, Progress progress) {
    List<Arm> arms = experiment.arms();
    boolean freezes = arms.stream().anyMatch(arm -> !arm.recipe().train().freeze().isEmpty());
    boolean matches = arms.stream().anyMatch(arm -> arm.matched() != null);
    return new ArmTable(experiment, progress.completed(), freezes, matches).table();
  }

  private Table table() {
    List<String> heads = new ArrayList<>(List.of("arm", "parameters"));
    heads.addAll(freezes ? List.of("trained") : List.of());
    heads.add("MACs");
    heads.addAll(matches ? List.of("matched by", "asked", "got") : List.of());
    heads.addAll(List.of("trials", "done"));
    Table table = new Table(heads.toArray(String[]::new));
    experiment.arms().forEach(arm -> table.row(cells(arm).toArray()));
    return table;
  }

  private List<Object> cells(Arm arm) {
    Network network = arm.recipe().network();
    Cost cost = network.cost();
    boolean base = arm.label().equals(experiment.baseline());
    List<Object> cells = new ArrayList<>();
    cells.add(arm.label() + (base ? "  (baseline)" : ""));
    cells.add(Table.count(cost.params()));
    if (freezes) {
      cells.add(Table.count(arm.recipe().trained(network)));
    }
    cells.add(Table.count(cost.macs()));
    Matched how = arm.matched();
    if (matches) {
      cells.add(how == null ? "" : how.free() + " = " + how.value());
      cells.add(how == null ? "" : how.wanted());
      cells.add(how == null ? "" : how.got());
    }
    cells.add(experiment.seeds().size());
    cells.add(completed.getOrDefault(arm.label(), 0L));
    return cells;
  }
}
