package io.squeezelab.cost;

/**
 * One layer's line of a {@link Sheet}.
 *
 * @param name where it stands, as in parameter names: {@code layer1.0.conv1}
 * @param kind what it is: {@code conv}, {@code batch-norm}, {@code linear}, …
 * @param stage of the network that it belongs to, from 1; 0 for the stem and the head
 */
public record Line(String name, String kind, Dims in, Dims out, Cost cost, int stage) {

  public Line(String name, String kind, Dims in, Dims out, Cost cost) {
    this(name, kind, in, out, cost, 0);
  }
}
