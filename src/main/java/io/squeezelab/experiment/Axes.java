package io.squeezelab.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Trees;
import java.util.ArrayList;
import java.util.List;

/** The field {@code axes}. */
final class Axes {
  private Axes() {}

  static List<Axis> of(JsonNode axes) {
    if (!axes.isMissingNode() && !axes.isObject()) {
      throw new Problem(
          "axes",
          "must map fields' paths to lists of values, such as {attention.squeeze: [avg, max]}; is "
              + Trees.print(axes));
    }
    List<Axis> list = new ArrayList<>();
    axes.properties().forEach(entry -> list.add(axis(entry.getKey(), entry.getValue())));
    return list;
  }

  private static Axis axis(String name, JsonNode values) {
    return values.isObject() ? Paired.of(name, values) : Axis.of(name, values);
  }
}
