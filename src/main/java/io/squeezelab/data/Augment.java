package io.squeezelab.data;

import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;

/**
 * Random changes to each training image, in this order; validation and test images are never
 * changed.
 *
 * @param crop pixels of padding on each side, from which a window of the original size is cut at
 *     random; 0 for none (He et al. 2016, section 4.2, use 4)
 * @param border what the padding holds
 * @param flip mirror left to right with probability 1/2
 * @param cutout side in pixels of a square that gets the mean colour, with its centre at any pixel,
 *     so that parts of it may lie outside; 0 for none (DeVries and Taylor 2017, arXiv:1708.04552:
 *     16 on CIFAR-10, 8 on CIFAR-100, 20 on SVHN)
 * @param erase a rectangle that is painted over
 * @param mixup α of the distribution Beta(α, α) of the share that an image keeps in a mixture with
 *     another; one share a batch; 0 for none (Zhang et al. 2018, arXiv:1710.09412: 1 on CIFAR, 0.2
 *     on ImageNet)
 */
public record Augment(
    @Default("0") int crop,
    @Default("black") Border border,
    @Default("false") boolean flip,
    @Default("0") int cutout,
    @Default("{}") Erase erase,
    @Default("0") double mixup) {
  public Augment {
    Check.atLeast("crop", 0, crop);
    Check.atLeast("cutout", 0, cutout);
    Check.atLeast("mixup", 0, mixup);
  }

  /** Crops with black padding, and flips. */
  public Augment(int crop, boolean flip) {
    this(crop, Border.BLACK, flip, 0, Erase.NONE, 0);
  }
}
