package io.squeezelab.experiment;

import io.squeezelab.search.Point;

/**
 * What becomes of a trial at one combination of levels.
 *
 * @param meant the levels, with {@link Point#ABSENT} where an axis has nothing to change
 * @param point the same with the first of levels that make the same of the trial
 */
record Combination(Point meant, Point point, Draft draft) {}
