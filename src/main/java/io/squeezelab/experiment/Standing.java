package io.squeezelab.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.search.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Finds the combination that comes nearest to a trial, one axis after another: fields do not depend
 * on each other but where one lies inside another, and then the outer one decides first.
 */
final class Standing {
  private final Assembly assembly;
  private final List<Axis> axes;
  private final JsonNode wanted;
  private List<Integer> best;
  private int distance;

  Standing(Assembly assembly, List<Axis> axes, JsonNode wanted) {
    this.assembly = assembly;
    this.axes = axes;
    this.wanted = wanted;
    this.best = Collections.nCopies(axes.size(), 0);
    this.distance = distance(best);
  }

  Point nearest() {
    int before = Integer.MAX_VALUE;
    while (distance > 0 && distance < before) {
      before = distance;
      for (int axis = 0; axis < axes.size(); axis++) {
        along(axis);
      }
    }
    return new Point(best);
  }

  private void along(int axis) {
    for (int level = 0; level < axes.get(axis).levels().size(); level++) {
      List<Integer> other = new ArrayList<>(best);
      other.set(axis, level);
      int there = distance(other);
      if (there < distance) {
        best = other;
        distance = there;
      }
    }
  }

  private int distance(List<Integer> levels) {
    return distance(assembly.at(new Point(levels)).draft().tree(), wanted);
  }

  /** Values that one tree has and the other has not. */
  private static int distance(JsonNode a, JsonNode b) {
    if (a.equals(b)) {
      return 0;
    }
    if (!a.isObject() || !b.isObject()) {
      return 1;
    }
    int distance = 0;
    for (Map.Entry<String, JsonNode> field : a.properties()) {
      distance += distance(field.getValue(), b.path(field.getKey()));
    }
    for (Map.Entry<String, JsonNode> field : b.properties()) {
      distance += a.has(field.getKey()) ? 0 : 1;
    }
    return distance;
  }
}
