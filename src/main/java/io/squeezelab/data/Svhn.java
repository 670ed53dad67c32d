package io.squeezelab.data;

import io.squeezelab.cost.Dims;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * SVHN, Street View House Numbers, cropped digits (Netzer et al. 2011, Reading Digits in Natural
 * Images with Unsupervised Feature Learning): 73,257 + 26,032 colour photographs of digits, 32 by
 * 32 pixels. Its classes are not of equal size. The 531,131 additional images are not read.
 */
public record Svhn(@Default("5000") int validation, @Default("{}") Augment augment)
    implements Data {
  private static final String PAGE = "http://ufldl.stanford.edu/housenumbers/";
  private static final int TRAIN = 73_257;
  private static final int TEST = 26_032;
  private static final List<Integer> TRAIN_COUNTS =
      List.of(4948, 13861, 10585, 8497, 7458, 6882, 5727, 5595, 5045, 4659);
  private static final List<Integer> TEST_COUNTS =
      List.of(1744, 5099, 4149, 2882, 2523, 2384, 1977, 2019, 1660, 1595);

  static final Source SOURCE =
      new Source(
          "non-commercial",
          PAGE,
          List.of("svhn", "SVHN", ""),
          List.of("train_32x32.mat", "test_32x32.mat"),
          List.of(
              new Source.Download(PAGE + "train_32x32.mat", "e26dedcc434d2e4c54c9b2d4a06d8373"),
              new Source.Download(PAGE + "test_32x32.mat", "eb5a983be6a315427106f1b164d9cef3")),
          "",
          TEST,
          Map.of());

  public Svhn {
    Check.within("validation", 0, TRAIN, validation);
  }

  @Override
  public Dims dims() {
    return SvhnMat.DIMS;
  }

  /** Class d is digit d. */
  @Override
  public int classes() {
    return TRAIN_COUNTS.size();
  }

  @Override
  public int trainCount() {
    return TRAIN;
  }

  /**
   * Published by users of the set for its 73,257 training images, not computed for this project:
   * times 255 and the number of pixels they are whole numbers to thirteen digits, as sums of bytes
   * must be.
   */
  @Override
  public List<Double> mean() {
    return List.of(.43768210, .44376970, .47280442);
  }

  /** Published likewise, over all pixels of a channel. */
  @Override
  public List<Double> deviation() {
    return List.of(.19803012, .20101562, .19703614);
  }

  @Override
  public Optional<Source> source() {
    return Optional.of(SOURCE);
  }

  @Override
  public Images load(Split split, Shelf shelf) {
    Path folder = shelf.require("svhn", SOURCE);
    boolean train = split == Split.TRAIN;
    Path file = SOURCE.file(folder, SOURCE.files().get(train ? 0 : 1)).orElseThrow();
    Images images = SvhnMat.read(Blob.read(file), train ? TRAIN : TEST);
    return Source.counted(images, train ? TRAIN_COUNTS : TEST_COUNTS, folder);
  }
}
