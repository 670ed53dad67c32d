package io.squeezelab.attention;

import io.squeezelab.cost.Dims;
import io.squeezelab.spec.Problem;

/**
 * What a squeeze hands to an excitation: an array (N, S·C', H', W'), and what it means.
 *
 * @param keep the axes it kept
 * @param map shape of what was squeezed
 * @param shape of the array, without N
 * @param statistics S, how many are stacked along its channel axis
 */
public record Descriptor(Keep keep, Dims map, Dims shape, int statistics) {

  /** One statistic's worth on the kept axes: what excitations usually return. */
  public Dims logits() {
    return new Dims(keep.keeps(1) ? map.channels() : 1, shape.height(), shape.width());
  }

  /** Whether the array is S statistics of the map's own channels, and not something denser. */
  public boolean regular() {
    return shape.channels() == statistics * logits().channels();
  }

  /** Numbers that a relation along an axis of this length takes in at each position. */
  public int width(int length) {
    return keep.keeps(1) ? shape.channels() : shape.channels() * length;
  }

  /** For excitations along the channels that take several statistics of each. */
  public int regular(String excitation) {
    if (!regular()) {
      throw new Problem("", excitation + " takes statistics of each channel, is given " + shape);
    }
    return statistics;
  }

  /** For excitations that want one number of each kept position. */
  public Dims single(String excitation) {
    if (statistics != 1 || !regular()) {
      String many = regular() ? statistics + " statistics" : shape + " numbers";
      throw new Problem("", excitation + " takes one statistic, is given " + many);
    }
    return shape;
  }
}
