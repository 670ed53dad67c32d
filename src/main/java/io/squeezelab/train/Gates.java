package io.squeezelab.train;

import io.squeezelab.cost.Dims;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.From;
import java.util.List;

/**
 * What the gates of a trained network gave on one split, in evaluation mode: the numbers from which
 * the role of the excitation is read.
 *
 * @param split the validation split, or the test split where no images are held out
 * @param classes names, by class number
 * @param images of each class in the split
 * @param near how near a weight is to 0 or to 1 to count as there
 * @param binFrom where the second bin of the histograms begins; all below is in the first
 * @param binWidth of all bins but the first and the last, which has all above; a bin holds its
 *     lower end, but 1 belongs to the bin below it
 * @param places one record for each gate, in the order in which an image meets them
 */
@From(
    value = "Squeeze-and-Excitation Networks, section 7.2",
    link = "https://arxiv.org/abs/1709.01507")
public record Gates(
    Split split,
    List<String> classes,
    List<Integer> images,
    double near,
    double binFrom,
    double binWidth,
    List<Place> places) {

  /** Where the images are from. */
  public enum Split {
    VALIDATION,
    TEST
  }

  /**
   * One gate. Means, deviations, shares and the histogram are over every number that it gave; the
   * tables by class are over images, each counted with its mean over positions, so that a weight
   * for each channel counts as it is.
   *
   * @param place path of its attention; with {@code #2}, {@code #3}, … from the second use on where
   *     several places of the network share it
   * @param weights shape of what it gives for one image, before it is spread over the map
   * @param sd sample standard deviation
   * @param nearZero share of weights w with |w| &lt; {@link Gates#near}
   * @param nearOne share of weights w with |w − 1| &lt; {@link Gates#near}
   * @param entropy of the histogram, in bits: 0 if all weights are in one bin; at most 4.32 for a
   *     sigmoid, whose weights can be in 20
   * @param histogram how many weights are in each bin
   * @param classMean mean by class and channel; NaN for a class without images
   * @param classSd sample standard deviation over the images of a class, by class and channel; NaN
   *     for a class with fewer than two
   */
  public record Place(
      String place,
      Dims weights,
      double mean,
      double sd,
      double nearZero,
      double nearOne,
      double entropy,
      List<Long> histogram,
      List<List<Double>> classMean,
      List<List<Double>> classSd) {

    public Place {
      share("nearZero", nearZero);
      share("nearOne", nearOne);
      Check.atLeast("entropy", 0, entropy);
      Check.that(histogram.size() > 1, "histogram", "must have two bins or more");
      table("classMean", classMean, weights.channels());
      table("classSd", classSd, weights.channels());
    }

    private static void share(String field, double share) {
      Check.atLeast(field, 0, share);
      Check.atMost(field, 1, share);
    }

    private static void table(String field, List<List<Double>> rows, int channels) {
      boolean fits = rows.stream().allMatch(row -> row.size() == channels);
      Check.that(fits, field, "must have a row of " + channels + " channels for each class");
    }

    public int channels() {
      return weights.channels();
    }
  }

  public Gates {
    int count = classes.size();
    Check.that(images.size() == count, "images", "must be as many as classes, " + count);
    Check.above("binWidth", 0, binWidth);
    for (Place place : places) {
      boolean fits = place.classMean.size() == count && place.classSd.size() == count;
      Check.that(
          fits, "places", place.place + " must have a row for each of " + count + " classes");
    }
  }
}
