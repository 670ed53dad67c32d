package io.squeezelab.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.squeezelab.search.Point;
import io.squeezelab.spec.Likeness;
import io.squeezelab.spec.Names;
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Trees;
import io.squeezelab.trial.Recipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** One line of a {@link Rule}: a field, or an axis, and what it is. */
final class Condition {
  private static final int MOST_SHOWN = 12;

  private final String path;
  private final JsonNode meant;
  private final String origin;
  private final List<Axis> axes;
  private final Set<String> met = new TreeSet<>();
  private Problem refusal;
  private boolean fitted;

  /**
   * @param meant a value, or a list of which any will do
   * @param origin where the file has it
   */
  Condition(String path, JsonNode meant, String origin, List<Axis> axes) {
    this.path = path;
    this.meant = meant;
    this.origin = origin;
    this.axes = axes;
  }

  boolean fits(Combination combination) {
    boolean fits = level(combination) || field(combination.draft());
    fitted |= fits;
    return fits;
  }

  /** Whether the axis of this name has a level that is written like this, or is called so. */
  private boolean level(Combination combination) {
    for (int i = 0; i < axes.size(); i++) {
      int level = combination.meant().levels().get(i);
      if (axes.get(i).name().equals(path) && level != Point.ABSENT) {
        Level there = axes.get(i).levels().get(level);
        met(there.label());
        return means(axes.get(i), there);
      }
    }
    return false;
  }

  private boolean means(Axis axis, Level level) {
    JsonNode value =
        axis.paired()
            ? JsonNodeFactory.instance.textNode(level.label())
            : level.changes().get(0).value();
    return meant.equals(value)
        || meant.isArray()
            && StreamSupport.stream(meant.spliterator(), false).anyMatch(value::equals);
  }

  private boolean field(Draft draft) {
    if (axes.stream().anyMatch(axis -> axis.paired() && axis.name().equals(path))) {
      return false;
    }
    Route route = draft.route(path, origin);
    if (route.several()) {
      throw route.refusal();
    }
    if (route.path() == null) {
      refusal = refusal == null ? route.refusal() : refusal;
      return false;
    }
    JsonNode value = draft.at(route.path(), List.of());
    met(value.isObject() ? value.path("type").asText() : Trees.print(value).replace("\"", ""));
    try {
      return Likeness.fits(Recipe.class, draft.tree(), route.path(), meant);
    } catch (Problem problem) {
      throw problem.under(origin);
    }
  }

  private void met(String value) {
    if (met.size() <= MOST_SHOWN) {
      met.add(value);
    }
  }

  /** Whether it has fitted any combination so far. */
  boolean fitted() {
    return fitted;
  }

  /** Says that it fits nothing, and what there is to fit. */
  Problem idle() {
    if (met.isEmpty()) {
      return refusal != null ? refusal : new Problem(origin, "no combination has this axis");
    }
    List<String> values = new ArrayList<>(met);
    String there = values.size() > MOST_SHOWN ? values.get(0) + ", …" : String.join(", ", values);
    String near =
        Optional.of(meant)
            .filter(JsonNode::isTextual)
            .flatMap(name -> Names.nearest(name.textValue(), values))
            .map(name -> "; did you mean '" + name + "'?")
            .orElse("");
    return new Problem(
        origin,
        "fits no combination: "
            + path
            + " is never "
            + Label.written(meant)
            + " there, but "
            + there
            + near);
  }

  @Override
  public String toString() {
    return path + ": " + Label.written(meant);
  }
}
