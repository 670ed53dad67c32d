package io.squeezelab.experiment;

import io.squeezelab.trial.Recipe;
import java.util.Map;

/**
 * One thing that an experiment tries, seed by seed.
 *
 * @param label short and unique in its experiment; made from what sets the arm apart
 * @param factors its value on each axis, by path, as shown to people; empty for a baseline that is
 *     not on the grid
 * @param matched how its cost was brought to what it has to be; null where that is left open
 */
public record Arm(String label, Map<String, String> factors, Recipe recipe, Matched matched) {}
