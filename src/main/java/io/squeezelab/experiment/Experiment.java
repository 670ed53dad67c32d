package io.squeezelab.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.search.Search;
import java.util.List;

/**
 * A question, and the arms and seeds that are to answer it.
 *
 * @param name what its results folder is called
 * @param arms in the order of the file: the grid, the first axis outermost; a baseline that is not
 *     on it comes first
 * @param baseline label of the arm that every table is relative to; null for none
 * @param seeds the same for every arm
 * @param space what the search chooses from; null for an experiment that was read from its results
 * @param search which of the combinations are run; arms beside them always are
 * @param budget where a sweep of it ends early
 * @param run how its trials are treated
 * @param expected what its results are held against
 */
public record Experiment(
    String name,
    String question,
    List<Arm> arms,
    String baseline,
    List<Long> seeds,
    ArmSpace space,
    Search search,
    Budget budget,
    RunPolicy run,
    Expected expected) {

  /** Every trial, seed by seed, so that a sweep cut short has whole comparisons behind it. */
  public List<Planned> trials() {
    return seeds.stream()
        .flatMap(
            seed -> arms.stream().map(arm -> new Planned(arm.label(), arm.recipe().with(seed))))
        .toList();
  }

  /** The resolved form: every arm with every value. It is kept beside the results. */
  public JsonNode resolved() {
    return Resolved.tree(this);
  }
}
