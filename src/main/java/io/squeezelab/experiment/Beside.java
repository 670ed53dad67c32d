package io.squeezelab.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.spec.Problem;
import io.squeezelab.spec.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The arms that the file names one by one, whatever the search.
 *
 * @param arms by the identity of what they train
 */
record Beside(Map<String, Arm> arms) {

  /** The field {@code arms}. */
  static Beside of(JsonNode arms, Draft base, Matching matching) {
    if (!arms.isMissingNode() && !arms.isObject()) {
      String such = "{small: {train.batch: 32}, large: {train.batch: 512}}; is ";
      throw new Problem("arms", "must map labels to changes, such as " + such + Trees.print(arms));
    }
    List<Changes> all = new ArrayList<>();
    arms.properties().forEach(arm -> all.add(new Changes(arm.getValue(), origin(arm.getKey()))));
    List<String> labels = new ArrayList<>();
    arms.fieldNames().forEachRemaining(labels::add);
    Map<String, Arm> made = new LinkedHashMap<>();
    for (int i = 0; i < all.size(); i++) {
      String label = labels.get(i);
      Matching.Solved solved = matching.solve(all.get(i).on(base), label);
      String id = solved.recipe().with(0).id();
      Arm arm = new Arm(label, all.get(i).factors(), solved.recipe(), solved.matched());
      Arm twin = made.putIfAbsent(id, arm);
      if (twin != null) {
        String same = "' is the same trial as '" + twin.label() + "'; name it once";
        throw new Problem(origin(label), "duplicate arms: '" + label + same);
      }
    }
    return new Beside(made);
  }

  /** Where the file has the arm of this label. */
  static String origin(String label) {
    return Problem.join("arms", label);
  }
}
