package io.squeezelab.analysis;

import io.squeezelab.cost.Dims;
import io.squeezelab.spec.From;
import io.squeezelab.train.Gates;
import io.squeezelab.train.Gates.Place;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The role of the excitation in one trained network: whether its gates tell classes apart, and
 * whether they do anything at all, by depth.
 *
 * @param depths one for each gate, in the order in which an image meets them
 * @param profiles of gates with two channels or more; of nine at most, the first and the last among
 *     them
 */
@From(
    value = "Squeeze-and-Excitation Networks, section 7.2, figures 6 and 7",
    link = "https://arxiv.org/abs/1709.01507")
public record Excitation(List<Depth> depths, List<Profile> profiles) {
  private static final int PLACES = 9;

  /**
   * One gate; see {@link Place}.
   *
   * @param between how far the classes are apart: sample standard deviation over classes of the
   *     mean weight of a channel, averaged over channels; NaN with fewer than two classes
   * @param within how far images of one class are apart: sample standard deviation over its images
   *     of the weight of a channel, averaged over classes and channels
   */
  public record Depth(
      String place,
      Dims weights,
      double mean,
      double sd,
      double nearZero,
      double nearOne,
      double entropy,
      double between,
      double within) {}

  public static Excitation of(Gates gates) {
    List<Place> wide = gates.places().stream().filter(p -> p.channels() > 1).toList();
    return new Excitation(
        gates.places().stream().map(p -> depth(gates, p)).toList(),
        evenly(wide.size(), PLACES).stream().map(i -> Profile.of(gates, wide.get(i))).toList());
  }

  private static Depth depth(Gates gates, Place of) {
    ClassMeans means = ClassMeans.of(gates, of);
    IntStream channels = IntStream.range(0, of.channels());
    return new Depth(
        of.place(),
        of.weights(),
        of.mean(),
        of.sd(),
        of.nearZero(),
        of.nearOne(),
        of.entropy(),
        mean(channels.mapToDouble(means::sd)),
        mean(of.classSd().stream().flatMap(List::stream).mapToDouble(sd -> sd)));
  }

  private static double mean(DoubleStream values) {
    return values.filter(Double::isFinite).average().orElse(Double.NaN);
  }

  /** At most {@code most} of the numbers below {@code count}, with the first and the last. */
  static List<Integer> evenly(int count, int most) {
    return count <= most
        ? IntStream.range(0, count).boxed().toList()
        : IntStream.range(0, most)
            .mapToObj(i -> (int) Math.round(i * (count - 1.0) / (most - 1)))
            .toList();
  }
}
