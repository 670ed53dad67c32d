package io.squeezelab.analysis;

import io.squeezelab.train.Gates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Mean weights of one gate by channel; of fifty channels at most, evenly spaced in their order.
 *
 * @param channels from 0, ordered by the mean over all classes, the lowest first
 * @param lines the mean over all classes, then four classes at most, evenly spaced among those that
 *     have images
 */
public record Profile(String place, List<Integer> channels, List<Line> lines) {
  private static final int CHANNELS = 50;
  private static final int CLASSES = 4;

  /** What the mean over all classes is called. */
  public static final String ALL = "all classes";

  /**
   * One class, or all of them.
   *
   * @param images that the means are over
   * @param means by channel, in the order of the profile
   * @param deviations sample standard deviation over the images of the class; for all classes, over
   *     the means of the classes
   */
  public record Line(String name, int images, List<Double> means, List<Double> deviations) {}

  static Profile of(Gates gates, Gates.Place place) {
    ClassMeans means = ClassMeans.of(gates, place);
    List<Integer> channels =
        Excitation.evenly(place.channels(), CHANNELS).stream()
            .sorted(Comparator.comparingDouble(means::mean))
            .toList();
    List<Line> lines = new ArrayList<>();
    int all = gates.images().stream().mapToInt(n -> n).sum();
    lines.add(line(ALL, all, channels, means::mean, means::sd));
    for (int i : Excitation.evenly(means.classes().size(), CLASSES)) {
      int k = means.classes().get(i);
      List<Double> of = place.classMean().get(k);
      List<Double> deviations = place.classSd().get(k);
      String name = gates.classes().get(k);
      lines.add(line(name, gates.images().get(k), channels, of::get, deviations::get));
    }
    return new Profile(place.place(), channels, List.copyOf(lines));
  }

  private static Line line(
      String name,
      int images,
      List<Integer> channels,
      IntToDoubleFunction means,
      IntToDoubleFunction deviations) {
    return new Line(
        name,
        images,
        channels.stream().map(means::applyAsDouble).toList(),
        channels.stream().map(deviations::applyAsDouble).toList());
  }
}
