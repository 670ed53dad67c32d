package io.squeezelab.analysis;

import io.squeezelab.train.Gates;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;

/**
 * The mean weights of one gate by class and channel, of the classes that have images.
 *
 * @param classes their numbers
 */
record ClassMeans(List<Integer> classes, List<List<Double>> means) {

  static ClassMeans of(Gates gates, Gates.Place place) {
    List<Integer> present =
        IntStream.range(0, gates.classes().size())
            .filter(k -> gates.images().get(k) > 0)
            .boxed()
            .toList();
    return new ClassMeans(present, present.stream().map(place.classMean()::get).toList());
  }

  /** Mean over classes, each counted alike, of one channel. */
  double mean(int channel) {
    return StatUtils.mean(column(channel));
  }

  /** Sample standard deviation over classes; NaN with fewer than two. */
  double sd(int channel) {
    return classes.size() < 2 ? Double.NaN : Math.sqrt(StatUtils.variance(column(channel)));
  }

  private double[] column(int channel) {
    return means.stream().mapToDouble(row -> row.get(channel)).toArray();
  }
}
