package io.squeezelab.live;

import java.util.List;

/**
 * What is known of a sweep when it starts.
 *
 * @param name of the experiment
 * @param seeds that an arm is to have
 * @param devices one for each slot: {@code cpu}, {@code gpu:0}
 * @param limit seconds after which it ends in any case; infinite for none
 */
public record Plan(String name, int seeds, List<String> devices, double limit) {
  public Plan(String name, int seeds, List<String> devices) {
    this(name, seeds, devices, Double.POSITIVE_INFINITY);
  }

  public Plan {
    devices = List.copyOf(devices);
  }
}
