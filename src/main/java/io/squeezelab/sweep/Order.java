package io.squeezelab.sweep;

import io.squeezelab.spec.Default;
import io.squeezelab.trial.Trial;

/**
 * What a sweep tells a worker to do, a line of JSON.
 *
 * @param gates whether the gates are to be recorded as well
 */
record Order(Trial trial, @Default("false") boolean gates) {}
