package io.squeezelab.cost;

import java.util.List;

/**
 * The lines of one portion of a network: its stem, a stage, its head.
 *
 * @param name {@code stem}, {@code stage 1}, …, {@code head}
 */
public record Portion(String name, List<Line> lines) {

  public Cost cost() {
    return lines.stream().map(Line::cost).reduce(Cost.FREE, Cost::plus);
  }
}
