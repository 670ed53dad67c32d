package io.squeezelab.experiment;

import java.math.BigInteger;
import java.util.List;

/**
 * What became of the combinations of the axes, step by step. Every combination that was looked at
 * is joined, a duplicate, excluded, refused or left.
 *
 * @param combinations of the axes' levels
 * @param seen how many of them were looked at: all by a grid, fewer by a search that does not go
 *     through all
 * @param joined differ from another only on axes that have no meaning there
 * @param duplicates are the same trial as another although the file writes them differently
 * @param excluded by what is in the file, in its order
 * @param refused make no sense, and were met when nobody was there to be told; 0 before a sweep
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
