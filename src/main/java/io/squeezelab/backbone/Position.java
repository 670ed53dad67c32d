package io.squeezelab.backbone;

/**
 * Where in a residual unit attention sits: SE paper (arXiv 1709.01507), section 6.5 and figure 5.
 */
public enum Position {
  /** On the residual branch, before the sum. */
  STANDARD,
  /** On the residual branch's input; the shortcut takes the unit's input as it is. */
  PRE,
  /** After the sum and its ReLU. */
  POST,
  /** On the identity branch, after a projection where there is one. */
  IDENTITY,
  /**
   * On the residual branch, right after its 3x3 convolution, that one's norm and ReLU; in a block
   * of two 3x3 convolutions after the first, since after the second it were {@link #STANDARD}.
   */
  CONV3X3,
  /**
   * In place of the 3x3 convolution, whose norm and ReLU stay unless the backbone says otherwise: a
   * fusion of convolutions, with the same width and stride. In a block of two 3x3 convolutions the
   * first, which changes the shape.
   */
  CONV,
  /** In place of the sum, before its ReLU: a fusion of two given maps, residual and identity. */
  SKIP
}
