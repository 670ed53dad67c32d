package io.squeezelab.experiment;

import io.squeezelab.trial.Trial;

/** A trial of an experiment, and the label of the arm that it belongs to. */
public record Planned(String arm, Trial trial) {}
