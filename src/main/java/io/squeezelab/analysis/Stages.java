package io.squeezelab.analysis;

import io.squeezelab.cost.Portion;
import io.squeezelab.results.Result;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Problem;
import io.squeezelab.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What each stage of each arm's network costs for one image, counted from the stored trials.
 *
 * @param rows in the order of the experiment file, of sixty arms at most: the baseline and the most
 *     accurate; an arm whose trials cannot be read as this version writes them has none
 * @param arms how many the study has
 */
public record Stages(List<Row> rows, int arms) {
  private static final int MOST = 60;

  /**
   * @param portions stem, stages, head, in the order in which an image meets them
   */
  public record Row(String label, boolean baseline, List<Portion> portions) {}

  public Stages {
    rows = List.copyOf(rows);
  }

  public static Stages of(Study study, Summary summary) {
    Map<String, List<Result>> byArm = study.byArm();
    List<Row> rows = new ArrayList<>();
    for (String arm : summary.notable(MOST)) {
      byArm.getOrDefault(arm, List.of()).stream()
          .findFirst()
          .map(Stages::portions)
          .filter(portions -> !portions.isEmpty())
          .ifPresent(found -> rows.add(new Row(arm, arm.equals(study.baseline()), found)));
    }
    return new Stages(rows, study.arms().size());
  }

  private static List<Portion> portions(Result of) {
    try {
      return Bind.read(Trial.class, of.trial()).recipe().network().sheet().portions();
    } catch (Problem | BadInput other) {
      return List.of(); // of another version: the arm's total cost is stored beside it
    }
  }
}
