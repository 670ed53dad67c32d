package io.squeezelab.data;

import io.squeezelab.cost.Dims;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * MNIST (LeCun, Cortes and Burges 1998): 60,000 + 10,000 grey pictures of handwritten digits, 28 by
 * 28 pixels. Its classes are not of equal size.
 */
public record Mnist(@Default("5000") int validation, @Default("{}") Augment augment)
    implements Data {
  private static final String SITE = "https://ossci-datasets.s3.amazonaws.com/mnist/";
  private static final List<Integer> TRAIN =
      List.of(5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949);
  private static final List<Integer> TEST =
      List.of(980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009);

  /** The authors' site no longer serves the files; this is the mirror that torchvision takes. */
  static final Source SOURCE =
      new Source(
          "none stated",
          "http://yann.lecun.com/exdb/mnist/",
          List.of("mnist", "MNIST/raw", ""),
          IdxSet.FILES,
          List.of(
              new Source.Download(
                  SITE + "train-images-idx3-ubyte.gz",
                  "f68b3c2dcbeaaa9fbdd348bbdeb94873",
                  "6bbc9ace898e44ae57da46a324031adb"),
              new Source.Download(
                  SITE + "train-labels-idx1-ubyte.gz",
                  "d53e105ee54ea40749a09fcbcd1e9432",
                  "a25bea736e30d166cdddb491f175f624"),
              new Source.Download(
                  SITE + "t10k-images-idx3-ubyte.gz",
                  "9fb629c4189551a2d022fa330f9573f3",
                  "2646ac647ad5339dbf082846283269ea"),
              new Source.Download(
                  SITE + "t10k-labels-idx1-ubyte.gz",
                  "ec29112dd5afa0611ce80d1b7f02629c",
                  "27ae3e4e09519cfbb04c329615203637")),
          "",
          10_000,
          Map.of());

  public Mnist {
    Check.within("validation", 0, IdxSet.TRAIN, validation);
  }

  @Override
  public Dims dims() {
    return IdxSet.DIMS;
  }

  @Override
  public int classes() {
    return TRAIN.size();
  }

  @Override
  public int trainCount() {
    return IdxSet.TRAIN;
  }

  /**
   * Published by many users of the set, not computed for this project: times 255 and the number of
   * training pixels it is a whole number to thirteen digits, as a sum of bytes must be.
   */
  @Override
  public List<Double> mean() {
    return List.of(.13066048);
  }

  /** Published likewise. */
  @Override
  public List<Double> deviation() {
    return List.of(.30810780);
  }

  @Override
  public Optional<Source> source() {
    return Optional.of(SOURCE);
  }

  @Override
  public Images load(Split split, Shelf shelf) {
    return IdxSet.load("mnist", SOURCE, split, shelf, split == Split.TRAIN ? TRAIN : TEST);
  }
}
