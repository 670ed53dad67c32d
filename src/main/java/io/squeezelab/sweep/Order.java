package io.squeezelab.sweep;

import io.squeezelab.spec.Default;
import io.squeezelab.trial.Conditions;
import io.squeezelab.trial.Trial;
import java.nio.file.Path;
import java.util.Objects;

/**
 * What a sweep tells a worker to do, a line of JSON. The line {@link #STOP} asks it to put down the
 * trial under way.
 *
 * @param gates whether the gates are to be recorded as well
 * @param weights file for the weights that were tested; null for none
 */
record Order(
    Trial trial,
    @Default("false") boolean gates,
    @Default("null") String weights,
    @Default("{}") Conditions conditions) {

  static final String STOP = "stop";

  static Order of(Job job, Path log) {
    return new Order(
        job.trial(), job.gates(), Objects.toString(job.weights(log), null), job.conditions());
  }
}
