package io.squeezelab.report;

import io.squeezelab.analysis.Study;
import io.squeezelab.results.Folder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the gates do, arm by arm, where they were recorded.
 *
 * @param notes what could not be read or drawn
 */
record Roles(List<Shown> shown, List<String> notes) {
  private static final String CSV = "gates.csv";

  /** An arm's gates, and their charts. */
  record Shown(Role role, List<Charts.Drawn> charts) {}

  static Roles of(Study study, Folder folder) {
    List<String> notes = new ArrayList<>();
    List<Shown> shown = new ArrayList<>();
    for (Role role : Role.of(study, folder, notes)) {
      Charts charts = Charts.tried(role::charts);
      shown.add(new Shown(role, charts.drawn()));
      if (!charts.missing().isEmpty() && !notes.contains(charts.missing())) {
        notes.add(charts.missing());
      }
    }
    return new Roles(List.copyOf(shown), List.copyOf(notes));
  }

  void write(Output output) throws IOException {
    for (Shown one : shown) {
      for (Charts.Drawn chart : one.charts) {
        output.write(chart);
      }
      if (one.role.profiled()) {
        String file = "charts/" + one.role.profilesFile() + ".csv";
        output.write(file, GatesCsv.profiles(one.role.excitation()));
      }
    }
    if (shown.isEmpty()) {
      output.remove(CSV);
    } else {
      output.write(CSV, GatesCsv.depths(shown.stream().map(Shown::role).toList()));
    }
    output.removeOthers("charts", "gates-");
  }

  /** The arms as the page takes them. */
  List<Map<String, Object>> values() {
    return shown.stream().map(one -> values(one, one == shown.get(0))).toList();
  }

  private static Map<String, Object> values(Shown one, boolean open) {
    Role role = one.role;
    return Map.of(
        "arm", role.trial().arm(),
        "seed", role.trial().seed(),
        "id", role.trial().id(),
        "split", role.split(),
        "open", open,
        "profiled", role.profiled(),
        "file-link", Words.link("trials/" + role.trial().id() + "/gates.json"),
        "profiles", role.profilesFile(),
        "gates", role.rows(),
        "gate-charts",
            one.charts.stream()
                .map(c -> c.values(c.heading() + ": " + role.trial().arm()))
                .toList());
  }
}
