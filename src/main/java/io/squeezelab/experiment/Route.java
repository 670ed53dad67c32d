package io.squeezelab.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.spec.Fields;
import io.squeezelab.spec.Names;
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Trees;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a path that a file has, such as {@code attention.squeeze}, leads in a trial.
 *
 * @param path in full, of what the one in the file may be short for; null where it leads nowhere
 * @param refusal what is wrong with it; null where nothing is
 * @param several whether that is that it may mean several fields
 */
record Route(String path, Problem refusal, boolean several) {
  static final String SEEDS = "seeds stand beside the trial, in the field 'seeds'";

  /** Refuses what is no path into a trial, at the place {@code where} the file has it. */
  static void check(String path, String where) {
    if (path.matches("seeds?")) {
      throw new Problem(where, SEEDS);
    }
    if (path.endsWith(".type")) {
      String whole = path.substring(0, path.length() - ".type".length());
      String such = "other variants have other fields; set " + whole + " as a whole";
      throw new Problem(where, such + ": a name, or {type: NAME, …}");
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
    Route route = find(tree, given, origin);
    if (route.refusal() != null) {
      throw route.refusal();
    }
    return route.path();
  }

  /** The same, where it may lead nowhere. */
  static Route find(JsonNode tree, String given, String origin) {
    String where = origin.replaceFirst("\\[\\d+]$", ""); // the path is wrong, not one of its values
    JsonNode at = tree;
    String above = "";
    for (String field : given.split("\\.")) {
      if (!at.isObject()) {
        String is = Fields.last(above) + " is " + Trees.print(at) + ", which has no fields";
        return nowhere(new Problem(where, is));
      }
      if (!at.has(field)) {
        String rest = above.isEmpty() ? given : given.substring(above.length() + 1);
        return further(at, above, rest, where);
      }
      at = at.get(field);
      above = Problem.join(above, field);
    }
    return new Route(given, null, false);
  }

  /** The one field inside that a name which the object itself lacks is short for. */
  private static Route further(JsonNode at, String above, String name, String where) {
    List<String> meant = above.isEmpty() ? List.of() : new Fields(at).meant(name);
    if (meant.isEmpty()) {
      List<String> allowed = new ArrayList<>();
      at.fieldNames().forEachRemaining(allowed::add);
      return nowhere(new Problem(where, Names.unknown("field", name.split("\\.")[0], allowed)));
    }
    if (meant.size() > 1) {
      return new Route(null, new Problem(where, Names.several(name, meant)), true);
    }
    return new Route(Problem.join(above, meant.get(0)), null, false);
  }

  private static Route nowhere(Problem refusal) {
    return new Route(null, refusal, false);
  }

  /** Whether the field at one path holds that at another. */
  static boolean holds(String outer, String inner) {
    return inner.length() > outer.length()
        && inner.startsWith(outer)
        && (inner.charAt(outer.length()) == '.' || inner.charAt(outer.length()) == '[');
  }
}
