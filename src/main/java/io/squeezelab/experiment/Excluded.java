package io.squeezelab.experiment;

/**
 * How many combinations a rule or a constraint has left out.
 *
 * @param rule as written; each combination counts for the first that leaves it out
 * @param place where the file has it: {@code a.yaml:12}
 */
public record Excluded(String rule, String place, long count) {}
