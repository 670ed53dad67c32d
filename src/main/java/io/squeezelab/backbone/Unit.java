package io.squeezelab.backbone;

import io.squeezelab.cost.Dims;

/**
 * Shapes in and out of one residual unit.
 *
 * @param stride of the convolution that changes the shape
 */
record Unit(Dims in, Dims out, int stride) {}
