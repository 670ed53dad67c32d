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
 */
record Stores(Store train, Store validation, Store test) implements AutoCloseable {

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
        Store.of(manager, official.test(), data, 0));
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
  }

  private void each(Consumer<Store> action) {
    Stream.of(train, validation, test).filter(Objects::nonNull).forEach(action);
  }
}
