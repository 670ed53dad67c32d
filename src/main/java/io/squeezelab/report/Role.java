package io.squeezelab.report;

import io.squeezelab.analysis.Excitation;
import io.squeezelab.analysis.Excitation.Depth;
import io.squeezelab.analysis.Numbers;
import io.squeezelab.analysis.Study;
import io.squeezelab.chart.DepthChart;
import io.squeezelab.chart.ProfilesChart;
import io.squeezelab.results.Folder;
import io.squeezelab.results.GateFile;
import io.squeezelab.results.Result;
import io.squeezelab.spec.BadInput;
import io.squeezelab.train.Gates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the gates of one arm do: those of its trial of the lowest seed among the trials whose gates
 * were recorded.
 */
record Role(Result trial, Gates gates, Excitation excitation) {

  /** The arms that have such a trial, in their order; a network without gates has no role. */
  static List<Role> of(Study study, Folder folder, List<String> warnings) {
    List<Role> roles = new ArrayList<>();
    Map<String, List<Result>> byArm = study.byArm();
    for (String arm : study.arms()) {
      byArm.getOrDefault(arm, List.of()).stream()
          .filter(Study::counts)
          .sorted(Comparator.comparingLong(Result::seed))
          .flatMap(r -> read(r, folder, warnings).stream())
          .findFirst()
          .ifPresent(roles::add);
    }
    return roles;
  }

  private static List<Role> read(Result trial, Folder folder, List<String> warnings) {
    try {
      return GateFile.read(folder, trial.id())
          .filter(gates -> !gates.places().isEmpty())
          .map(gates -> List.of(new Role(trial, gates, Excitation.of(gates))))
          .orElse(List.of());
    } catch (BadInput broken) {
      warnings.add(broken.getMessage());
      return List.of();
    }
  }

  String split() {
    return gates.split().name().toLowerCase(Locale.ROOT);
  }

  /** Whether a gate has a weight for each of several channels. */
  boolean profiled() {
    return !excitation.profiles().isEmpty();
  }

  /** Name of the file with the numbers of the profiles, without its ending. */
  String profilesFile() {
    return "gates-classes-" + trial.id();
  }

  List<Charts.Drawn> charts() {
    String title = "Gates of %s, seed %d".formatted(trial.arm(), trial.seed());
    int images = gates.images().stream().mapToInt(n -> n).sum();
    String caption = Numbers.count(images) + " images of the " + split() + " split";
    List<Charts.Drawn> drawn = new ArrayList<>();
    if (profiled()) {
      drawn.add(Charts.Drawn.of(ProfilesChart.draw(excitation, profilesFile(), title, caption)));
      String within = "gates-within-" + trial.id();
      drawn.add(Charts.Drawn.of(ProfilesChart.within(excitation, within, title, caption)));
    }
    String file = "gates-depth-" + trial.id();
    drawn.add(Charts.Drawn.of(DepthChart.draw(excitation, gates.near(), file, title, caption)));
    return drawn;
  }

  /** The table of gates as the page takes it. */
  List<Map<String, Object>> rows() {
    return excitation.depths().stream().map(Role::row).toList();
  }

  private static Map<String, Object> row(Depth of) {
    return Map.of(
        "place", of.place(),
        "shape", of.weights().toString(),
        "mean", Numbers.measure(of.mean()) + " ± " + Numbers.measure(of.sd()),
        "near-zero", Numbers.percent(of.nearZero()),
        "near-one", Numbers.percent(of.nearOne()),
        "between", Numbers.measure(of.between()),
        "within", Numbers.measure(of.within()),
        "entropy", Numbers.measure(of.entropy()));
  }
}
