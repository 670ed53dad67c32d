package io.squeezelab.data;

import io.squeezelab.cost.Dims;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The part of {@link FashionMnist} that travels with the program, to try things out without any
 * file: the first 600 training and 200 test images of each class, in the official order.
 */
public record FashionMnistMini(@Default("1000") int validation, @Default("{}") Augment augment)
    implements Data {
  private static final int TRAIN = 6_000;
  private static final int TEST = 2_000;

  static final Source SOURCE =
      new Source(
          "MIT",
          FashionMnist.PAGE,
          List.of(),
          List.of(),
          List.of(),
          "",
          TEST,
          Map.of(
              Split.TRAIN,
              "5d76fb390a576e94f2bb3355fac2f3ade4460006eda711574d0475078f51811b",
              Split.TEST,
              "15c82d836a6fbb6676013b5064ab21d8158eb02435de254f050ce5765f2f394b"));

  public FashionMnistMini {
    Check.within("validation", 0, TRAIN, validation);
  }

  @Override
  public Dims dims() {
    return IdxSet.DIMS;
  }

  @Override
  public int classes() {
    return FashionMnist.CLASSES.size();
  }

  @Override
  public List<String> classNames() {
    return FashionMnist.CLASSES;
  }

  @Override
  public int trainCount() {
    return TRAIN;
  }

  /** Computed for this project from this set's own 6,000 training images. */
  @Override
  public List<Double> mean() {
    return List.of(.28691494);
  }

  /** Computed for this project from this set's own 6,000 training images. */
  @Override
  public List<Double> deviation() {
    return List.of(.35377927);
  }

  @Override
  public Optional<Source> source() {
    return Optional.of(SOURCE);
  }

  @Override
  public Images load(Split split, Shelf shelf) {
    String stem = "fashion-mnist-mini/" + (split == Split.TRAIN ? "train" : "t10k");
    return Idx.read(
        Blob.resource(FashionMnistMini.class, stem + "-images-idx3-ubyte.gz"),
        Blob.resource(FashionMnistMini.class, stem + "-labels-idx1-ubyte.gz"),
        split == Split.TRAIN ? TRAIN : TEST,
        dims(),
        classes());
  }
}
