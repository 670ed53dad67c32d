package io.squeezelab.experiment;

import java.math.BigInteger;
import java.util.List;

/**
 * What became of the combinations of the axes, step by step. Every combination that was looked at
 * is joined, a duplicate, excluded, refused or left. Where there are few, all were looked at.
 *
 * @param combinations of the axes' levels
 * @param seen how many of them were looked at: of many by a search that does not go through all,
 *     those that it came to
 * @param joined differ from another only on axes that have no meaning there
 * @param duplicates are the same trial as another although the file writes them differently
 * @param excluded by what is in the file, in its order
 * @param refused make no sense, which is an error where the search asks for them when the file is
 *     read
 * @param left arms of the axes
 */
public record Expansion(
    BigInteger combinations,
    long seen,
    long joined,
    long duplicates,
    List<Excluded> excluded,
    long refused,
    long left) {
  /** Whether all combinations were looked at. */
  public boolean whole() {
    return combinations.equals(BigInteger.valueOf(seen));
  }
}
