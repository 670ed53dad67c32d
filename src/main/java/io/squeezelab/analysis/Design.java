package io.squeezelab.analysis;

import io.squeezelab.experiment.Arm;
import io.squeezelab.experiment.Expected;
import io.squeezelab.experiment.Experiment;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How the arms of a study came about, and what was expected of them.
 *
 * @param factors by label of the arm its level on each axis, by path; empty for an arm that is no
 *     combination of axes
 */
public record Design(Map<String, Map<String, String>> factors, Expected expected) {
  static final Design NONE = new Design(Map.of(), Expected.NOTHING);

  static Design of(Experiment experiment) {
    Map<String, Map<String, String>> factors = new LinkedHashMap<>();
    for (Arm arm : experiment.arms()) {
      factors.put(arm.label(), arm.factors());
    }
    return new Design(factors, experiment.expected());
  }
}
