package io.squeezelab.analysis;

import java.util.List;

/**
 * How sure the Pareto front is: what becomes of it when the seeds are drawn again, with replacement
 * and for all arms the same, since all arms share them. Costs are taken as they are.
 *
 * @param arms in the order of the experiment file
 * @param costLimit the cost, above that of every arm, up to which area counts: 1.1 times the
 *     highest
 * @param floor the accuracy from which area counts: the lowest of a trial
 * @param hypervolume the share of the area between cost 0, {@code costLimit}, {@code floor} and an
 *     accuracy of 1 that an arm reaches: has an accuracy at most as high as an arm that costs no
 *     more. Only of the same area can two be compared
 * @param low lower end of its 95 % bootstrap interval (percentiles); NaN below three seeds
 * @param high its upper end
 * @param resamples how often the seeds were drawn; 0 below three seeds, which have too few to draw
 * @param remarks what the figures cannot tell, a sentence each
 */
public record Front(
    Tradeoff.Axis axis,
    List<Place> arms,
    double costLimit,
    double floor,
    double hypervolume,
    double low,
    double high,
    int resamples,
    List<String> remarks) {

  /**
   * @param on whether the mean over all seeds is on the front
   * @param probability share of the resamples in which the arm is on the front; NaN below three
   *     seeds
   */
  public record Place(Tradeoff.Point point, boolean on, double probability) {}

  public Front {
    arms = List.copyOf(arms);
    remarks = List.copyOf(remarks);
  }
}
