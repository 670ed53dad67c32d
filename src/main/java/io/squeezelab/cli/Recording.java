package io.squeezelab.cli;

import io.squeezelab.cost.Cost;
import io.squeezelab.experiment.Arm;
import io.squeezelab.results.Folder;
import io.squeezelab.results.Kept;
import io.squeezelab.results.Result;
import io.squeezelab.results.TrialLog;
import io.squeezelab.search.Factor;
import io.squeezelab.search.RecordedArm;
import io.squeezelab.search.RecordedSpace;
import io.squeezelab.spec.BadInput;
import io.squeezelab.trial.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A results folder as something to simulate with: the arms on its axes all of whose seeds have been
 * trained to their end.
 *
 * @param leftOut labels of arms on the axes with a seed that has no such result
 */
record Recording(RecordedSpace space, List<Long> seeds, List<String> leftOut) {

  /**
   * @throws BadInput if there is nothing to simulate with
   */
  static Recording of(Folder folder) {
    Kept kept = folder.kept();
    Map<String, Map<Long, Result>> results = new HashMap<>();
    kept.relabelled(TrialLog.read(folder.path()).results())
        .forEach(r -> results.computeIfAbsent(r.arm(), a -> new HashMap<>()).put(r.seed(), r));
    List<RecordedArm> whole = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    for (Arm arm : kept.experiment().arms()) {
      Map<Long, Result> of = results.getOrDefault(arm.label(), Map.of());
      boolean all = kept.seeds().stream().allMatch(seed -> ended(of.get(seed)));
      if (onAxes(arm, kept.axes()) && all) {
        whole.add(recorded(arm, of));
      } else if (onAxes(arm, kept.axes())) {
        leftOut.add(arm.label());
      }
    }
    if (whole.isEmpty()) {
      String none = folder.path() + " has no arm on its axes all of whose trials have ended: ";
      throw new BadInput(none + "there is nothing to simulate a search with");
    }
    RecordedSpace space = new RecordedSpace(kept.axes(), whole, kept.baseline());
    return new Recording(space, kept.seeds(), leftOut);
  }

  /**
   * @param axes none where they are not known
   */
  private static boolean onAxes(Arm arm, List<Factor> axes) {
    Map<String, List<String>> levels =
        axes.stream().collect(Collectors.toMap(Factor::name, Factor::levels));
    boolean all =
        arm.factors().entrySet().stream()
            .allMatch(one -> levels.getOrDefault(one.getKey(), List.of()).contains(one.getValue()));
    return !arm.factors().isEmpty() && (axes.isEmpty() || all);
  }

  private static boolean ended(Result result) {
    return result != null && result.outcome().ending() != Outcome.Ending.STOPPED;
  }

  private static RecordedArm recorded(Arm arm, Map<Long, Result> of) {
    Map<Long, Outcome> outcomes = new HashMap<>();
    of.forEach((seed, result) -> outcomes.put(seed, result.outcome()));
    Cost cost = of.values().iterator().next().cost();
    return new RecordedArm(arm.label(), arm.factors(), cost, outcomes);
  }
}
