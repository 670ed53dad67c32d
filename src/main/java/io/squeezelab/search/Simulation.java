package io.squeezelab.search;

import java.util.List;
import java.util.Map;

/**
 * What a search did in virtual time.
 *
 * @param trials that were begun
 * @param epochs that were trained
 * @param seconds until the last trial ended
 * @param busy seconds that workers spent on trials, summed over them
 * @param completed arms all of whose seeds were trained to their end, in that order
 * @param stopped arms that were stopped early, and why
 * @param reached the last epoch of every arm that was begun
 */
public record Simulation(
    int trials,
    long epochs,
    double seconds,
    double busy,
    List<Point> completed,
    Map<Point, String> stopped,
    Map<Point, Integer> reached) {}
