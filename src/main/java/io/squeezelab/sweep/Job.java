package io.squeezelab.sweep;

import io.squeezelab.trial.Trial;

/**
 * A trial to be run.
 *
 * @param arm label of its arm
 * @param attempt from 1
 */
public record Job(String id, String arm, Trial trial, int attempt) {}
