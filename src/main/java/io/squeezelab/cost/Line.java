package io.squeezelab.cost;

/**
 * One layer's line of a {@link Sheet}.
 *
 * @param name where it stands, as in parameter names: {@code layer1.0.conv1}
 * @param kind what it is: {@code conv}, {@code batch-norm}, {@code linear}, …
 */
public record Line(String name, String kind, Dims in, Dims out, Cost cost) {}
