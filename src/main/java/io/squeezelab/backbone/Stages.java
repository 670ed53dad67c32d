package io.squeezelab.backbone;

import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Which stages get attention: {@code all}, or numbers from 1, such as {@code [2, 3]}. */
@Text("all, or a list of stage numbers from 1")
public record Stages(List<Integer> some) {
  public static final Stages ALL = new Stages(List.of());

  public static Stages parse(String text) {
    String inside = text.replaceAll("[\\[\\]\\s]", "");
    if (inside.equals("all")) {
      return ALL;
    }
    if (!inside.matches("[1-9]\\d?(,[1-9]\\d?)*")) {
      throw new Problem("", "must be all, or stage numbers from 1 as [1, 3]; is '" + text + "'");
    }
    List<Integer> stages = Arrays.stream(inside.split(",")).map(Integer::valueOf).sorted().toList();
    if (Set.copyOf(stages).size() < stages.size()) {
      throw new Problem("", "must name a stage once; is '" + text + "'");
    }
    return new Stages(stages);
  }

  public boolean holds(int stage) {
    return some.isEmpty() || some.contains(stage);
  }

  /** Refuses stages that a backbone does not have. */
  void within(int stages) {
    for (int stage : some) {
      if (stage > stages) {
        throw new Problem(
            "placement.stages", "names stage " + stage + ", but the backbone has " + stages);
      }
    }
  }

  @Override
  public String toString() {
    return some.isEmpty() ? "all" : some.toString();
  }
}
