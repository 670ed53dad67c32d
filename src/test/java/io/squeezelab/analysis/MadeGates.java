package io.squeezelab.analysis;

import io.squeezelab.cost.Dims;
import io.squeezelab.train.Gates;
import io.squeezelab.train.Gates.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Records of gates made up for tests. */
public final class MadeGates {
  private MadeGates() {}

  /** One gate with two channels and two classes, in round numbers. */
  public static Gates pencil() {
    return of(
        List.of("cat", "dog"),
        List.of(2, 1),
        List.of(
            place(
                "layer1.0.attention",
                List.of(List.of(.25, .5), List.of(.75, 1.)),
                List.of(List.of(.125, .25), List.of(Double.NaN, Double.NaN)))));
  }

  /** The second class has no images. */
  public static Gates withoutImages() {
    List<Double> unknown = List.of(Double.NaN);
    return of(
        List.of("cat", "dog"),
        List.of(2, 0),
        List.of(place("a", List.of(List.of(.5), unknown), List.of(List.of(.25), unknown))));
  }

  public static Gates of(List<String> classes, List<Integer> images, List<Place> places) {
    return new Gates(Gates.Split.VALIDATION, classes, images, .05, 0, .5, places);
  }

  public static Place place(String name, List<List<Double>> means, List<List<Double>> deviations) {
    Dims weights = new Dims(means.get(0).size(), 1, 1);
    List<Long> histogram = List.of(0L, 2L, 3L, 1L);
    return new Place(name, weights, .5, .25, 0, .25, 1.5, histogram, means, deviations);
  }

  /** A network as it could come out: classes part, and gates saturate, with depth. */
  public static Gates of(int depth, int channels, int classes) {
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < depth; i++) {
      double deep = (i + 1.0) / depth;
      Random random = new Random(i);
      double[] base = random.doubles(channels, .35, .65).toArray();
      List<List<Double>> means = new ArrayList<>();
      for (int k = 0; k < classes; k++) {
        means.add(
            IntStream.range(0, channels)
                .mapToObj(c -> within(base[c] + .12 * deep * random.nextGaussian()))
                .toList());
      }
      List<Double> row = Collections.nCopies(channels, .02 + .05 * deep);
      String name = "layer" + (1 + 3 * i / depth) + "." + i % Math.max(1, depth / 3) + ".attention";
      Place plain = place(name, means, Collections.nCopies(classes, row));
      places.add(
          new Place(
              name,
              plain.weights(),
              .5,
              .1,
              .02 * deep,
              .3 * deep * deep,
              2 + 2 * deep,
              plain.histogram(),
              means,
              plain.classSd()));
    }
    List<String> names = IntStream.range(0, classes).mapToObj(k -> "class " + k).toList();
    return of(names, Collections.nCopies(classes, 100), places);
  }

  private static double within(double value) {
    return Math.rint(1e6 * Math.max(0.001, Math.min(0.999, value))) / 1e6;
  }
}
