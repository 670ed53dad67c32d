package io.squeezelab.experiment;

import io.squeezelab.search.Point;

/**
 * What is known of a combination.
 *
 * @param point of the arm; another combination's where both are the same trial
 * @param arm null where it is left out
 * @param origin where the file has what leaves it out; {@link #REFUSED} where it makes no sense
 */
record Verdict(Point point, Arm arm, String origin) {
  static final String REFUSED = "";
}
