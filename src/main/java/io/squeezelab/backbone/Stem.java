package io.squeezelab.backbone;

import io.squeezelab.cost.Dims;

/** How a network begins: for large images it makes the map smaller first. */
public enum Stem {
  /** {@link #SMALL} where a side of the image is below 64 pixels, {@link #LARGE} otherwise. */
  AUTO,
  /** The published one for images of some 224 pixels. */
  LARGE,
  /** For images of some 32 pixels: one 3x3 convolution of stride 1, nothing pooled. */
  SMALL;

  private static final int SMALLEST = 64;

  /** Whether a network for these images begins with the small stem. */
  boolean small(Dims image) {
    boolean little = Math.min(image.height(), image.width()) < SMALLEST;
    return this == SMALL || this == AUTO && little;
  }
}
