package io.squeezelab.train;

import ai.djl.ndarray.NDArray;

/** A batch as the network is trained on it: images (B, C, H, W) and what they are. */
record Altered(NDArray images, Target target) {}
