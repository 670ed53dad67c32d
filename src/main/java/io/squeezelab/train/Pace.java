package io.squeezelab.train;

/**
 * How far a training is.
 *
 * @param epoch under way, from 1
 * @param step of the epoch that is done, from 1
 * @param steps of an epoch
 * @param imagesPerSecond trained, lately
 */
public record Pace(int epoch, int step, int steps, double imagesPerSecond) {}
