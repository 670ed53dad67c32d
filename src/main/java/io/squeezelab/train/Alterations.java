package io.squeezelab.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.squeezelab.cost.Dims;
import io.squeezelab.data.Augment;
import io.squeezelab.data.Data;
import io.squeezelab.data.Patch;
import io.squeezelab.spec.Seeds;
import java.util.SplittableRandom;

/**
 * What is changed at random in training batches that are normalised already, whatever store they
 * come from: cutout, erasing, mixup. Each draws from a stream of its own, so that asking for one
 * leaves the others' numbers as they are.
 */
final class Alterations implements AutoCloseable {
  private final NDManager manager;
  private final Dims dims;
  private final Augment augment;
  private final NDArray mean; // ()
  private final Erasing erasing;
  private NDManager epoch;
  private Patches cutouts;
  private Mixup mixup;

  Alterations(NDManager parent, Data data) {
    manager = parent.newSubManager();
    dims = data.dims();
    augment = data.augment();
    mean = Numbers.scalar(manager, 0);
    erasing = augment.erase().probability() > 0 ? new Erasing(manager, data) : null;
  }

  Augment augment() {
    return augment;
  }

  /** Draws those of one epoch: the same for every arm of one seed. */
  void draw(long seed, int number, int steps, int batch) {
    if (epoch != null) {
      epoch.close();
    }
    epoch = manager.newSubManager();
    if (augment.cutout() > 0) {
      SplittableRandom random = Seeds.random(seed, "cutout " + number);
      int side = augment.cutout();
      cutouts = new Patches(epoch, steps * batch, dims, () -> Patch.square(side, dims, random));
    }
    if (erasing != null) {
      erasing.draw(epoch, steps * batch, Seeds.random(seed, "erase " + number));
    }
    if (augment.mixup() > 0) {
      SplittableRandom random = Seeds.random(seed, "mixup " + number);
      mixup = new Mixup(epoch, augment.mixup(), steps, batch, random);
    }
  }

  /**
   * The batch as it is trained on. Its images may be closed: they are this method's from now on.
   *
   * @param step of the epoch, from 0; batches before it had as many images
   */
  Altered of(Store.Batch batch, int step) {
    if (cutouts == null && erasing == null && mixup == null) {
      return new Altered(batch.images(), Target.of(batch.labels()));
    }
    int from = step * (int) batch.labels().size();
    NDArray images = last(batch.images(), batch.images().transpose(0, 2, 3, 1)); // (B, H, W, C)
    if (cutouts != null) {
      images = last(images, cutouts.over(images, from, mean));
    }
    if (erasing != null) {
      images = last(images, erasing.over(images, from));
    }
    if (mixup == null) {
      return new Altered(forth(images), Target.of(batch.labels()));
    }
    Altered mixed = mixup.of(images, batch.labels(), step);
    images.close();
    return new Altered(forth(mixed.images()), mixed.target());
  }

  private static NDArray last(NDArray before, NDArray after) {
    before.close();
    return after;
  }

  /** To (B, C, H, W) by strides alone, as the stores give them. */
  private static NDArray forth(NDArray images) {
    return last(images, images.transpose(0, 3, 1, 2));
  }

  @Override
  public void close() {
    manager.close();
  }
}
