package io.squeezelab.search;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;
import io.squeezelab.spec.Names;
import io.squeezelab.spec.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The full module, and the full module without each of its components. A component is a factor: at
 * its last level it is there, at its first it is left out.
 *
 * @param full other levels of the full module, by factor
 * @param without other levels of what is left out, by factor; the one of the full module keeps the
 *     factor as it is
 */
@From("this project")
public record LeaveOneOut(
    @Default("{}") Map<String, JsonNode> full, @Default("{}") Map<String, JsonNode> without)
    implements Search {

  @Override
  public Optional<List<Point>> points(Space space) {
    return Optional.of(Arms.withBaseline(space, deviations(space).points()));
  }

  private Deviations deviations(Space space) {
    Point whole = new Point(levels(space, "full", full, true));
    List<Integer> out = levels(space, "without", without, false);
    Point all = space.admit(whole).orElseThrow(() -> excluded(space, whole));
    Deviations deviations = new Deviations(space, all);
    for (int i = 0; i < out.size(); i++) {
      deviations.add(i, out.get(i));
    }
    return deviations;
  }

  private static Problem excluded(Space space, Point whole) {
    String reason = "is " + space.placed(whole) + ": " + Arms.text(space, whole);
    return new Problem("full", reason);
  }

  private static List<Integer> levels(
      Space space, String field, Map<String, JsonNode> said, boolean last) {
    List<String> names = space.factors().stream().map(Factor::name).toList();
    for (String name : said.keySet()) {
      if (!names.contains(name)) {
        throw new Problem(Problem.join(field, name), Names.unknown("factor", name, names));
      }
    }
    List<Integer> levels = new ArrayList<>();
    for (Factor factor : space.factors()) {
      JsonNode level = said.get(factor.name());
      int otherwise = last ? factor.levels().size() - 1 : 0;
      levels.add(level == null ? otherwise : factor.level(level, field));
    }
    return levels;
  }

  @Override
  public List<String> remarks(Space space) {
    return deviations(space).remarks();
  }

  @Override
  public Strategy start(Space space, List<Long> seeds) {
    return new Listed(points(space).orElseThrow(), seeds);
  }
}
