package io.squeezelab.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import io.squeezelab.engine.Owned;
import io.squeezelab.spec.Seeds;
import java.util.SplittableRandom;

/**
 * Mixtures of the images of a batch with each other (Zhang et al. 2018, arXiv:1710.09412): λ of an
 * image and 1 - λ of its partner, which is the image in its place after the batch was shuffled once
 * more; λ is drawn from Beta(α, α), one a batch, as in the paper's algorithm and the runs it
 * reports.
 */
final class Mixup {
  private final int batch;
  private final NDArray shares; // (steps, 2): λ, 1 - λ
  private final NDArray partners; // (steps · batch), places in the batch

  /**
   * Draws an epoch's.
   *
   * @param epoch that they live in
   */
  Mixup(NDManager epoch, double alpha, int steps, int batch, SplittableRandom random) {
    this.batch = batch;
    float[] both = new float[2 * steps];
    long[] places = new long[steps * batch];
    for (int step = 0; step < steps; step++) {
      double share = share(alpha, random);
      both[2 * step] = (float) share;
      both[2 * step + 1] = (float) (1 - share);
      int[] order = Seeds.permutation(batch, random);
      for (int i = 0; i < batch; i++) {
        places[step * batch + i] = order[i];
      }
    }
    shares = Owned.of(epoch, both, steps, 2);
    partners = Owned.of(epoch, places, places.length);
  }

  /**
   * A number from Beta(α, α), without rejection: if t is from Student's distribution with 2α
   * degrees of freedom, 1/2 + t / (2 √(2α + t²)) is, and t comes from two uniform numbers by
   * Bailey's polar method (1994, Mathematics of Computation 62, 779).
   */
  static double share(double alpha, SplittableRandom random) {
    double u = 1 - Seeds.between(0, 1, random); // above 0
    double cosine = StrictMath.cos(2 * StrictMath.PI * Seeds.between(0, 1, random));
    double square = (StrictMath.pow(u, -1 / alpha) - 1) * cosine * cosine; // t² / 2α
    return .5 + StrictMath.copySign(.5, cosine) / StrictMath.sqrt(1 + 1 / square);
  }

  /**
   * @param images (B, H, W, C), normalised
   * @param labels (B)
   * @param step from 0
   */
  Altered of(NDArray images, NDArray labels, int step) {
    NDManager manager = images.getManager();
    NDArray share = number(manager, step, 0);
    NDArray rest = number(manager, step, 1);
    try (NDArray which = partners.get(step * batch + ":" + (step + 1) * batch);
        NDArray partner = images.get(manager, new NDIndex("{}", which))) {
      NDArray mixture = images.mul(share).addi(partner.muli(rest));
      NDArray others = labels.get(manager, new NDIndex("{}", which));
      return new Altered(mixture, new Target(labels, others, share, rest));
    }
  }

  private NDArray number(NDManager manager, int step, int column) {
    NDArray one = shares.get(step + ", " + column); // ()
    one.attach(manager);
    return one;
  }
}
