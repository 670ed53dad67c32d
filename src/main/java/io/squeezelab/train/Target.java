package io.squeezelab.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/**
 * What a batch is to be told apart as: one class an image, or a mixture of two.
 *
 * @param labels (N), whole numbers
 * @param others (N), the classes of what is mixed in; null for no mixture
 * @param share (), the labels' part, between 0 and 1; null for no mixture
 * @param rest (), 1 - share
 */
record Target(NDArray labels, NDArray others, NDArray share, NDArray rest) {

  /** One class an image. */
  static Target of(NDArray labels) {
    return new Target(labels, null, null, null);
  }

  boolean mixed() {
    return others != null;
  }

  /** What some images of the batch are. */
  Target part(NDManager manager, String range) {
    NDArray first = labels.get(range);
    first.attach(manager);
    if (!mixed()) {
      return of(first);
    }
    NDArray second = others.get(range);
    second.attach(manager);
    return new Target(first, second, share, rest);
  }

  /**
   * How many answers are right: (). In a mixture an answer counts for the share of its class, so an
   * image whose two classes are one counts whole.
   *
   * @param logits (N, K)
   */
  NDArray hits(NDArray logits) {
    NDArray answers = logits.argMax(1);
    NDArray right = answers.eq(labels).sum();
    return mixed() ? right.mul(share).add(answers.eq(others).sum().mul(rest)) : right;
  }
}
