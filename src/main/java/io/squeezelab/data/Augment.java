package io.squeezelab.data;

import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;

/**
 * Random changes to each training image; validation and test images are never changed.
 *
 * @param crop pixels of black padding on each side, from which a window of the original size is cut
 *     at random; 0 for none (He et al. 2016, section 4.2, use 4)
 * @param flip mirror left to right with probability 1/2
 */
public record Augment(@Default("0") int crop, @Default("false") boolean flip) {
  public Augment {
    Check.atLeast("crop", 0, crop);
  }
}
