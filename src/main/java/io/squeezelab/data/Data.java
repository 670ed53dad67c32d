package io.squeezelab.data;

import io.squeezelab.cost.Dims;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A set of labelled images, split in three: the official test split; and of the official training
 * split a part held out for validation, by seed, and the rest for training.
 */
public sealed interface Data
    permits Cifar10, Cifar100, FashionMnist, FashionMnistMini, Mnist, Svhn, Data.Custom {

  /** Images held out of the official training split. */
  int validation();

  Augment augment();

  /** Shape of one image. */
  Dims dims();

  int classes();

  /** What the classes are called, by class number; their numbers where they have no names. */
  default List<String> classNames() {
    return IntStream.range(0, classes()).mapToObj(Integer::toString).toList();
  }

  /** Images in the official training split, {@link #validation} included. */
  int trainCount();

  /**
   * Per channel, of pixels scaled to [0, 1]: (pixel / 255 - mean) / deviation enters the network.
   */
  List<Double> mean();

  List<Double> deviation();

  /** What is published about the set; empty for one's own. */
  default Optional<Source> source() {
    return Optional.empty();
  }

  /**
   * Reads one official split.
   *
   * @throws io.squeezelab.spec.BadInput if files are missing (saying where it looked and how to get
   *     them) or corrupt (saying which, and how)
   */
  Labelled load(Split split, Shelf shelf);

  /** The official splits of a set. */
  enum Split {
    TRAIN,
    TEST
  }

  /** For sets from other jars and notebook cells; see {@link io.squeezelab.spec.Family}. */
  non-sealed interface Custom extends Data {}
}
