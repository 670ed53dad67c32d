package io.squeezelab.chart;

import io.squeezelab.analysis.Stages;
import io.squeezelab.cost.Portion;
import java.util.ArrayList;
import java.util.List;

/** The parts of networks, and their colours: greys for what comes before and after the stages. */
final class Portions {
  private Portions() {}

  /** The names of all parts, in the order in which an image meets them. */
  static List<String> names(List<Stages.Row> rows) {
    List<String> names = new ArrayList<>();
    for (Stages.Row row : rows) {
      int at = 0;
      for (Portion portion : row.portions()) {
        int known = names.indexOf(portion.name());
        if (known < 0) {
          names.add(at, portion.name());
          known = at;
        }
        at = known + 1;
      }
    }
    return names;
  }

  static Tone tone(List<String> names, String name) {
    if (name.equals("stem")) {
      return Tone.OTHER;
    }
    if (name.equals("head")) {
      return Tone.SOFT;
    }
    int index = names.stream().filter(n -> n.startsWith("stage")).toList().indexOf(name);
    return index < 0 ? Tone.GRID : Tone.LINES.get(index % Tone.LINES.size());
  }
}
