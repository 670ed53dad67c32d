package io.squeezelab.data;

import io.squeezelab.spec.Check;
import io.squeezelab.spec.Problem;

/**
 * A set's splits as its authors made them.
 *
 * @param validation null where the authors made none
 */
public record Official(Labelled train, Labelled validation, Labelled test) {

  /** Of a set that has no validation split of its own. */
  public Official(Labelled train, Labelled test) {
    this(train, null, test);
  }

  /**
   * Reads a set.
   *
   * @throws io.squeezelab.spec.BadInput as {@link Data#load}
   */
  public static Official load(Data data, Shelf shelf) {
    return new Official(
        data.load(Data.Split.TRAIN, shelf),
        data.heldOut(shelf).orElse(null),
        data.load(Data.Split.TEST, shelf));
  }

  /**
   * @param validation images to hold out of the training split
   * @param batch images a step
   * @throws Problem if there are not enough
   */
  public void check(int validation, int batch) {
    Check.within("data.validation", 0, train.count(), validation);
    int left = train.count() - validation;
    Check.that(
        batch <= left,
        "train.batch",
        "is " + batch + ", but " + left + " images are left to train on");
  }
}
