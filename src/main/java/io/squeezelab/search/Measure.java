package io.squeezelab.search;

import io.squeezelab.spec.Names;

/** What an arm costs for one image, known before it is trained. */
public enum Measure {
  PARAMS,
  MACS,
  ACTIVATIONS,
  READS;

  /** As {@link Space#cost} takes it. */
  @Override
  public String toString() {
    return Names.kebab(name());
  }
}
