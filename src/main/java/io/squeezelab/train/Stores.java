package io.squeezelab.train;

import ai.djl.ndarray.NDManager;
import io.squeezelab.data.Data;
import io.squeezelab.data.Labelled;
import io.squeezelab.data.Official;
import io.squeezelab.data.Splits;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The three splits of a trial on its device.
 *
 * @param validation null where nothing is held out
 * @param alterations of normalised training batches
 */
record Stores(Store train, Store validation, Store test, Alterations alterations)
    implements AutoCloseable {

  /**
   * @param manager that the images live in
   * @param official the set's own splits
   */
  static Stores of(NDManager manager, Official official, Data data, long seed) {
    Labelled all = official.train();
    Splits splits = Splits.of(all.labels(), data.validation(), seed);
    int crop = data.augment().crop();
    Labelled held = data.validation() == 0 ? official.validation() : all.pick(splits.validation());
    return new Stores(
        Store.of(manager, all.pick(splits.train()), data, crop),
        held == null ? null : Store.of(manager, held, data, 0),
        Store.of(manager, official.test(), data, 0),
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

  /** Files that are left out because they cannot be decoded, as far as is known, and why. */
  Map<Path, String> faults() {
    Map<Path, String> all = new TreeMap<>();
    each(store -> all.putAll(store.faults()));
    return all;
  }

  @Override
  public void close() {
    each(Store::close);
    alterations.close();
  }

  private void each(Consumer<Store> action) {
    Stream.of(train, validation, test).filter(Objects::nonNull).forEach(action);
  }
}
