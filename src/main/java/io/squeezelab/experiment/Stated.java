package io.squeezelab.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.search.Factor;
import io.squeezelab.spec.Bind;
import io.squeezelab.spec.Names;
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields {@code claims} and {@code reference}.
 *
 * @param arms that they may speak of
 * @param factors that a search combines; null where that is not known
 * @param whole whether there will be no other arms
 */
record Stated(ArmNames arms, List<Factor> factors, boolean whole) {
  private static final String CLAIMS = "claims";
  private static final String REFERENCE = "reference";

  /**
   * @throws Problem if one is no claim, or speaks of what cannot be an arm
   */
  Expected of(JsonNode root) {
    JsonNode list = root.path(CLAIMS);
    if (!list.isMissingNode() && !list.isArray()) {
      throw new Problem(CLAIMS, "must be a list such as [sigmoid > tanh]; is " + Trees.print(list));
    }
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      try {
        claims.add(claim(saying(list.get(i))));
      } catch (Problem problem) {
        throw problem.under(CLAIMS + "[" + i + "]");
      }
    }
    return new Expected(claims, reference(root));
  }

  private Claim claim(Saying saying) {
    if (!whole && factors != null) {
      saying.check(arms, factors);
    }
    return whole ? saying.about(arms) : saying.asFar(arms);
  }

  private static Saying saying(JsonNode given) {
    if (given.isTextual()) {
      return ClaimText.read(given.textValue());
    }
    if (!given.isObject() || given.isEmpty()) {
      throw new Problem("", ClaimText.SUCH + Trees.print(given));
    }
    String field = given.fieldNames().next();
    if (!field.equals("order") || given.size() > 1) {
      String other = field.equals("order") ? "a second field" : field;
      throw new Problem("", Names.unknown("field", other, List.of("order")));
    }
    JsonNode names = given.get("order");
    List<String> order = new ArrayList<>();
    for (JsonNode name : names) {
      order.add(name.isContainerNode() || name.isNull() ? "" : name.asText().strip());
    }
    if (!names.isArray() || order.contains("")) {
      throw new Problem("order", "must be a list of arms, is " + Trees.print(names));
    }
    return ClaimText.order(order);
  }

  /** Null where there is none. */
  private Reference reference(JsonNode root) {
    if (!root.has(REFERENCE)) {
      return null;
    }
    try {
      return reference(Bind.read(Reference.class, root.get(REFERENCE)));
    } catch (Problem problem) {
      throw problem.under(REFERENCE);
    }
  }

  private Reference reference(Reference written) {
    Map<String, Reference.Printed> rows = new LinkedHashMap<>();
    written
        .arms()
        .forEach(
            (name, printed) -> {
              String where = Problem.join("arms", name);
              if (rows.putIfAbsent(label(name, where), printed) != null) {
                throw new Problem(where, "is the same arm as another row; name it once");
              }
            });
    return new Reference(written.source(), written.link(), written.setting(), rows);
  }

  private String label(String name, String where) {
    try {
      if (!whole && factors != null) {
        Saying.check(name, arms, factors);
      }
      return whole || arms.meant(name).size() == 1 ? arms.label(name) : name;
    } catch (Problem problem) {
      throw problem.under(where);
    }
  }
}
