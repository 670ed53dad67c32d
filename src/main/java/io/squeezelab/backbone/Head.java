package io.squeezelab.backbone;

import io.squeezelab.cost.Dims;

/** How a VGG ends. */
public enum Head {
  /** {@link #SMALL} where a side of the image is below 64 pixels, {@link #LARGE} otherwise. */
  AUTO,
  /** The published one: a grid of 7x7, three linear layers. */
  LARGE,
  /** The mean of each channel, one linear layer. */
  SMALL;

  /** Whether a network for these images ends with the small head. */
  boolean small(Dims image) {
    return this == SMALL || this == AUTO && Stem.AUTO.small(image);
  }
}
