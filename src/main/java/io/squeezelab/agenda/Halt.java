package io.squeezelab.agenda;

/**
 * Why a sweep gives out no more jobs although there are some.
 *
 * @param reason in a sentence without its full stop
 * @param failed whether this is a failure of the sweep, and not what it was asked for
 */
public record Halt(String reason, boolean failed) {}
