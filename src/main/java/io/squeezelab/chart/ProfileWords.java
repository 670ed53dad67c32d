package io.squeezelab.chart;

import io.squeezelab.analysis.Numbers;
import io.squeezelab.analysis.Profile;
import io.squeezelab.analysis.Profile.Line;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What profiles of gates say, in words and as a table. */
final class ProfileWords {
  private ProfileWords() {}

  static Table table(List<Profile> profiles) {
    Table.Draft table = Table.of("Gate", "Class", "Images", "Channel", "Mean weight", "sd");
    for (Profile of : profiles) {
      for (Line line : of.lines()) {
        for (int c = 0; c < of.channels().size(); c++) {
          String mean = Numbers.measure(line.means().get(c));
          String sd = Numbers.measure(line.deviations().get(c));
          table.row(of.place(), line.name(), line.images(), of.channels().get(c), mean, sd);
        }
      }
    }
    return table.done();
  }

  /** How far classes are from the mean over all. */
  static String between(List<Profile> profiles, List<String> names) {
    String says = "Mean weight of each channel over the images of a class. ";
    return says + byGate(profiles, names, ProfileWords::between);
  }

  /** How far images are from the mean of their class. */
  static String within(List<Profile> profiles, List<String> names) {
    String says =
        "Weight of each channel, mean and standard deviation over the images of a class. ";
    return says + byGate(profiles, names, ProfileWords::within);
  }

  private static String byGate(
      List<Profile> profiles, List<String> names, Function<Profile, String> inWords) {
    return IntStream.range(0, profiles.size())
            .mapToObj(i -> names.get(i) + ": " + inWords.apply(profiles.get(i)))
            .collect(Collectors.joining("; "))
        + ".";
  }

  private static String between(Profile of) {
    List<Double> all = of.lines().get(0).means();
    double most = 0;
    for (Line line : of.lines()) {
      for (int c = 0; c < all.size(); c++) {
        most = Math.max(most, Math.abs(line.means().get(c) - all.get(c)));
      }
    }
    return "over all classes from %s to %s, a class at most %s from it"
        .formatted(
            Numbers.measure(all.get(0)),
            Numbers.measure(all.get(all.size() - 1)),
            Numbers.measure(most));
  }

  private static String within(Profile of) {
    return of.lines().stream()
        .map(line -> line.name() + " sd " + Numbers.measure(mean(line.deviations())))
        .collect(Collectors.joining(", "));
  }

  private static double mean(List<Double> values) {
    return values.stream()
        .mapToDouble(v -> v)
        .filter(Double::isFinite)
        .average()
        .orElse(Double.NaN);
  }
}
