package io.squeezelab.trial;

/**
 * The parts of a trial before this one, which goes on from their last checkpoint.
 *
 * @param resumed how many times it has gone on, this one included
 * @param seconds of all of them, up to the checkpoints that were used
 * @param started when the first began, in milliseconds since 1970
 */
public record Earlier(int resumed, double seconds, long started) {}
