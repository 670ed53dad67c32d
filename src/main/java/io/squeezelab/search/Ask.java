package io.squeezelab.search;

/**
 * A trial that a search wants.
 *
 * @param point admitted by the space
 * @param epochs after which it is to stop, from its first one; 0 for all that it has. A trial that
 *     was stopped goes on where it was when it is asked for again with more
 */
public record Ask(Point point, long seed, int epochs) {}
