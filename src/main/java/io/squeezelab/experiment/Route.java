package io.squeezelab.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.spec.Fields;
import io.squeezelab.spec.Names;
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Trees;
import java.util.ArrayList;
import java.util.List;

/** Paths into a trial, as files have them: {@code attention.squeeze}. */
final class Route {
  static final String SEEDS = "seeds stand beside the trial, in the field 'seeds'";

  private Route() {}

  /** Refuses what is no path into a trial, at the place {@code where} the file has it. */
  static void check(String path, String where) {
    if (path.matches("seeds?")) {
      throw new Problem(where, SEEDS);
    }
    if (!path.matches("[\\w-]+(\\[\\d+])*(\\.[\\w-]+(\\[\\d+])*)*")) {
      throw new Problem(where, "must be a path of fields, such as attention.squeeze");
    }
  }

  /**
   * The path in full of what one may be short for.
   *
   * @param tree of a trial, resolved
   * @param origin where the file has the path, or one of its values
   */
  static String full(JsonNode tree, String given, String origin) {
    String where = origin.replaceFirst("\\[\\d+]$", ""); // the path is wrong, not one of its values
    JsonNode at = tree;
    String above = "";
    for (String field : given.split("\\.")) {
      if (!at.isObject()) {
        String is = Fields.last(above) + " is " + Trees.print(at) + ", which has no fields";
        throw new Problem(where, is);
      }
      if (!at.has(field)) {
        String rest = above.isEmpty() ? given : given.substring(above.length() + 1);
        return Problem.join(above, further(at, above, rest, where));
      }
      at = at.get(field);
      above = Problem.join(above, field);
    }
    return given;
  }

  /** The one field inside that a name which the object itself lacks is short for. */
  private static String further(JsonNode at, String above, String name, String where) {
    List<String> meant = above.isEmpty() ? List.of() : new Fields(at).meant(name);
    if (meant.isEmpty()) {
      List<String> allowed = new ArrayList<>();
      at.fieldNames().forEachRemaining(allowed::add);
      throw new Problem(where, Names.unknown("field", name.split("\\.")[0], allowed));
    }
    if (meant.size() > 1) {
      throw new Problem(where, Names.several(name, meant));
    }
    return meant.get(0);
  }
}
