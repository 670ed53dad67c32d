package io.squeezelab.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/** A batch as the network is trained on it: images (B, C, H, W) and what they are. */
record Altered(NDArray images, Target target) {

  /** Views of the images from one place on and before another, in a manager of their own. */
  Altered part(NDManager manager, int from, int end) {
    String range = from + ":" + end;
    NDArray some = images.get(range);
    some.attach(manager);
    return new Altered(some, target.part(manager, range));
  }
}
