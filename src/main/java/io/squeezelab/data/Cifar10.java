package io.squeezelab.data;

import io.squeezelab.cost.Dims;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * CIFAR-10 (Krizhevsky 2009, Learning Multiple Layers of Features from Tiny Images): 50,000 +
 * 10,000 colour photographs of 10 classes, 32 by 32 pixels.
 */
public record Cifar10(@Default("5000") int validation, @Default("{}") Augment augment)
    implements Data {
  private static final int EACH = 10_000;
  private static final int BATCHES = 5;
  private static final String TEST_FILE = "test_batch.bin";

  /** The fingerprints are those of a lossless copy, in another order than the official files. */
  static final Source SOURCE =
      new Source(
          "none stated",
          "https://www.cs.toronto.edu/~kriz/cifar.html",
          List.of("cifar-10-batches-bin", "cifar10/cifar-10-batches-bin", "cifar10", ""),
          IntStream.rangeClosed(1, BATCHES + 1)
              .mapToObj(i -> i <= BATCHES ? "data_batch_" + i + ".bin" : TEST_FILE)
              .toList(),
          List.of(
              new Source.Download(
                  "https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz",
                  "c32a1d4ab5d03f1284b67883e8d87530")),
          "",
          EACH,
          Map.of(
              Split.TRAIN,
              "d59acf989e068e709ce686cda292672c7b212c08d29d3d3e6d8c3aa99eba6a85",
              Split.TEST,
              "899683d46c3a8c66fd56e1af12202e69fe5a4517be10b0f68e04c78fe585c57c"));

  public Cifar10 {
    Check.within("validation", 0, BATCHES * EACH, validation);
  }

  @Override
  public Dims dims() {
    return CifarBinary.DIMS;
  }

  @Override
  public int classes() {
    return 10;
  }

  @Override
  public List<String> classNames() {
    return List.of(
        "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");
  }

  @Override
  public int trainCount() {
    return BATCHES * EACH;
  }

  /** Of the 50,000 training images, as is usual for this set; {@code data check} counts again. */
  @Override
  public List<Double> mean() {
    return List.of(.49139968, .48215841, .44653091);
  }

  /** Of the 50,000 training images, over all pixels of a channel. */
  @Override
  public List<Double> deviation() {
    return List.of(.24703223, .24348513, .26158784);
  }

  @Override
  public Optional<Source> source() {
    return Optional.of(SOURCE);
  }

  @Override
  public Images load(Split split, Shelf shelf) {
    Path folder = shelf.require("cifar10", SOURCE);
    List<Path> files =
        SOURCE.files().stream()
            .filter(file -> file.equals(TEST_FILE) == (split == Split.TEST))
            .map(file -> SOURCE.file(folder, file).orElseThrow())
            .toList();
    return Source.balanced(new CifarBinary(EACH, 1, 0, classes()).read(files), classes(), folder);
  }
}
