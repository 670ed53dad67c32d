package io.squeezelab.train;

import ai.djl.ndarray.NDManager;
import io.squeezelab.data.Data;
import io.squeezelab.data.Labelled;
import io.squeezelab.data.Splits;

/**
 * The three splits of a trial on its device.
 *
 * @param validation null where nothing is held out
 * @param alterations of normalised training batches
 */
record Stores(Store train, Store validation, Store test, Alterations alterations) {

  /**
   * @param manager that the images live in
   * @param official the official training and test splits
   */
  static Stores of(NDManager manager, Labelled[] official, Data data, long seed) {
    Splits splits = Splits.of(official[0].labels(), data.validation(), seed);
    int crop = data.augment().crop();
    Store held =
        data.validation() == 0
            ? null
            : Store.of(manager, official[0].pick(splits.validation()), data, 0);
    return new Stores(
        Store.of(manager, official[0].pick(splits.train()), data, crop),
        held,
        Store.of(manager, official[1], data, 0),
        new Alterations(manager, data));
  }

  /** Draws the order of one epoch and all that is changed at random in it. */
  void draw(long seed, int number, int steps, int batch) {
    train.shuffle(seed, number, alterations.augment());
    alterations.draw(seed, number, steps, batch);
  }

  /**
   * A batch of the epoch as the network is trained on it.
   *
   * @param i from 0
   */
  Altered batch(NDManager step, int i, int size) {
    return alterations.of(train.shuffled(step, i * size, size), i);
  }
}
