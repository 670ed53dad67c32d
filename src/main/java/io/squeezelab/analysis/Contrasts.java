package io.squeezelab.analysis;

import java.util.List;

/**
 * Every arm against the baseline, in the order of the experiment file; arms that share no completed
 * seed with it are left out.
 *
 * @param baseline its label; null for none
 * @param test name of the test that decides, with its correction, for people
 * @param missing a line for each arm that is not compared, with the reason
 */
public record Contrasts(String baseline, String test, List<Contrast> rows, List<String> missing) {
  public Contrasts {
    rows = List.copyOf(rows);
    missing = List.copyOf(missing);
  }
}
