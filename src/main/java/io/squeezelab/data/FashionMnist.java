package io.squeezelab.data;

import io.squeezelab.cost.Dims;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fashion-MNIST (Xiao, Rasul and Vollgraf 2017, arXiv:1708.07747): 60,000 + 10,000 grey pictures of
 * clothes of 10 classes, 28 by 28 pixels.
 */
public record FashionMnist(@Default("5000") int validation, @Default("{}") Augment augment)
    implements Data {
  static final String PAGE = "https://github.com/zalandoresearch/fashion-mnist";
  static final List<String> CLASSES =
      List.of(
          "T-shirt/top",
          "Trouser",
          "Pullover",
          "Dress",
          "Coat",
          "Sandal",
          "Shirt",
          "Sneaker",
          "Bag",
          "Ankle boot");
  private static final String SITE = "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/";

  static final Source SOURCE =
      new Source(
          "MIT",
          PAGE,
          List.of("fashion-mnist", "FashionMNIST/raw", ""),
          IdxSet.FILES,
          List.of(
              download("train-images-idx3-ubyte.gz", "8d4fb7e6c68d591d4c3dfef9ec88bf0d"),
              download("train-labels-idx1-ubyte.gz", "25c81989df183df01b3e8a0aad5dffbe"),
              download("t10k-images-idx3-ubyte.gz", "bef4ecab320f06d8554ea6380940ec79"),
              download("t10k-labels-idx1-ubyte.gz", "bb300cfdad3c16e7a12a480ee83cd310")),
          "install Debian's package: apt-get install dataset-fashion-mnist",
          IdxSet.TEST,
          Map.of(
              Split.TRAIN,
              "0c69d5cdeb902b69084012f812f066de080317bb3c64f43ca87f910d8ec86906",
              Split.TEST,
              "90c92c0507755a7d443edde8297ce4d0f131e42884e2e87e7fc9b81ffe215258"));

  public FashionMnist {
    Check.within("validation", 0, IdxSet.TRAIN, validation);
  }

  @Override
  public Dims dims() {
    return IdxSet.DIMS;
  }

  @Override
  public int classes() {
    return CLASSES.size();
  }

  @Override
  public List<String> classNames() {
    return CLASSES;
  }

  @Override
  public int trainCount() {
    return IdxSet.TRAIN;
  }

  /** Computed for this project from the 60,000 official training images. */
  @Override
  public List<Double> mean() {
    return List.of(.28604060);
  }

  /** Computed for this project from the 60,000 official training images. */
  @Override
  public List<Double> deviation() {
    return List.of(.35302424);
  }

  @Override
  public Optional<Source> source() {
    return Optional.of(SOURCE);
  }

  @Override
  public Images load(Split split, Shelf shelf) {
    int count = split == Split.TRAIN ? IdxSet.TRAIN : IdxSet.TEST;
    List<Integer> each = Collections.nCopies(classes(), count / classes());
    return IdxSet.load("fashion-mnist", SOURCE, split, shelf, each);
  }

  private static Source.Download download(String file, String md5) {
    return new Source.Download(SITE + file, md5);
  }
}
