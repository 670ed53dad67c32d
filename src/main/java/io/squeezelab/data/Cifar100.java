package io.squeezelab.data;

import io.squeezelab.cost.Dims;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * CIFAR-100 (Krizhevsky 2009, Learning Multiple Layers of Features from Tiny Images): 50,000 +
 * 10,000 colour photographs of 100 classes, 32 by 32 pixels; the classes fall in 20 groups of five.
 *
 * @param labels the 100 classes or their 20 groups
 */
public record Cifar100(
    @Default("fine") Labels labels, @Default("5000") int validation, @Default("{}") Augment augment)
    implements Data {
  private static final int TRAIN = 50_000;
  private static final int TEST = 10_000;

  /** Which of an image's two labels is to be learnt. */
  public enum Labels {
    FINE(
        "36ce7a701fbea47796e570c34382aad50f2539687cfcbc6ae96e2f56530d29b6",
        "d3cd5d87a1b9317a0982c8ef5535fe3b86da8da90b13ce5e9b23ea06400dd5eb"),
    COARSE(
        "535e9b3b3e555a5fc3991d807f2e642853451b5075118f2991963b537a8d5c15",
        "3b5ae1a495a5965216d431ffca711d839981e6359f972f434f24506757055ca0");

    private final List<String> names;
    private final Map<Split, String> fingerprints;

    Labels(String train, String test) {
      String file = "cifar100-" + name().toLowerCase(Locale.ROOT) + ".txt";
      names = Blob.resource(Cifar100.class, file).lines();
      fingerprints = Map.of(Split.TRAIN, train, Split.TEST, test);
    }
  }

  public Cifar100 {
    Check.within("validation", 0, TRAIN, validation);
  }

  @Override
  public Dims dims() {
    return CifarBinary.DIMS;
  }

  @Override
  public int classes() {
    return labels.names.size();
  }

  @Override
  public List<String> classNames() {
    return labels.names;
  }

  @Override
  public int trainCount() {
    return TRAIN;
  }

  /** Of the 50,000 training images; {@code data check} counts again. */
  @Override
  public List<Double> mean() {
    return List.of(.50707516, .48654887, .44091784);
  }

  /** Of the 50,000 training images, over all pixels of a channel. */
  @Override
  public List<Double> deviation() {
    return List.of(.26733429, .25643846, .27615047);
  }

  /** The fingerprints are those of a lossless copy, in another order than the official files. */
  @Override
  public Optional<Source> source() {
    return Optional.of(
        new Source(
            Cifar10.SOURCE.licence(),
            Cifar10.SOURCE.page(),
            List.of("cifar-100-binary", "cifar100/cifar-100-binary", "cifar100", ""),
            List.of("train.bin", "test.bin"),
            List.of(
                new Source.Download(
                    "https://www.cs.toronto.edu/~kriz/cifar-100-binary.tar.gz",
                    "03b5dce01913d631647c71ecec9e9cb8")),
            "",
            TEST,
            labels.fingerprints));
  }

  @Override
  public Images load(Split split, Shelf shelf) {
    Source source = source().orElseThrow();
    Path folder = shelf.require("cifar100", source);
    boolean train = split == Split.TRAIN;
    Path file = source.file(folder, train ? "train.bin" : "test.bin").orElseThrow();
    int at = labels == Labels.FINE ? 1 : 0; // a record has the coarse label before the fine one
    Images images = new CifarBinary(train ? TRAIN : TEST, 2, at, classes()).read(List.of(file));
    return Source.balanced(images, classes(), folder);
  }
}
