package io.squeezelab.data;

import io.squeezelab.cost.Dims;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A set of labelled images, split in three: the official test split; and of the official training
 * split a part held out for validation, by seed, and the rest for training.
 */
public sealed interface Data
    permits Cifar10,
        Cifar100,
        FashionMnist,
        FashionMnistMini,
        Mnist,
        Svhn,
        ImageFolder,
        Data.Custom {

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

  /** What {@link #trainCount} says where only the files tell. */
  int UNCOUNTED = 0;

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

  /** Whether there are images to choose by: held out by seed, or a split of their own. */
  default boolean validated() {
    return validation() > 0;
  }

  /** The folder that the set is in; empty where it is missing, or in this program. */
  default Optional<Path> place(Shelf shelf) {
    return source().filter(source -> !source.shipped()).flatMap(shelf::find);
  }

  /** The validation split that the set's authors made; empty where they made none. */
  default Optional<? extends Labelled> heldOut(Shelf shelf) {
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
