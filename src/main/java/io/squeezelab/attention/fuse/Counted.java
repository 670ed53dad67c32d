package io.squeezelab.attention.fuse;

/**
 * Whose channels a {@link Widening} divides by its reduction: those of each map that is fused, or
 * those of the one map they are made of, which ResNeSt counts.
 */
public enum Counted {
  OUTPUT,
  INPUT
}
