package io.squeezelab.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What each attention does, where a study has several networks: each arm against its own baseline,
 * the same network with the baseline's attention, and the mean of these differences over networks.
 *
 * <p>The mean is taken seed by seed, over the seeds that all its networks have, so that its test
 * counts seeds: it is about these networks, and says nothing of others. Source: this project.
 *
 * @param over what the arms of one attention differ in: {@code 4 networks}
 * @param average of each attention, by its levels
 * @param own of each arm, by its label
 * @param baselines label of its own baseline by that of the arm
 */
public record Networks(
    String over, Contrasts average, Contrasts own, Map<String, String> baselines) {

  /** Empty where all arms have the same baseline: then {@link Contrasts} says it all. */
  static Optional<Networks> of(Study study, Pairs pairs) {
    Partners partners = Partners.of(study);
    Map<String, String> own = partners.all();
    int networks = (int) own.values().stream().distinct().count();
    if (networks < 2) {
      return Optional.empty();
    }
    String plain = label(partners.attention(study.baseline()));
    List<String> alone =
        partners.none().stream().map(arm -> arm + ": no arm is the same with " + plain).toList();
    return Optional.of(
        new Networks(
            over(networks, partners.shared()),
            average(plain, partners, new Each(own, networks, pairs)),
            Contrasts.of(plain, own, pairs).with(alone),
            own));
  }

  /** What an arm is held against, for people: {@code the same with none}. */
  public String against() {
    return "the same with " + own.baseline();
  }

  /** Heads the averages, for people: {@code less none, on average over 4 networks}. */
  public String heading() {
    return "less %s, on average over %s".formatted(average.baseline(), over);
  }

  private static String over(int networks, Set<String> shared) {
    String of = String.join(", ", shared);
    return switch (of) {
      case "network", "backbone" -> networks + " " + of + "s";
      default -> networks + (shared.size() == 1 ? " levels of " : " combinations of ") + of;
    };
  }

  private static String label(Map<String, String> levels) {
    return String.join(", ", levels.values());
  }

  private static Contrasts average(String plain, Partners partners, Each each) {
    Map<Map<String, String>, List<String>> byAttention = new LinkedHashMap<>();
    for (String arm : each.own().keySet()) {
      byAttention.computeIfAbsent(partners.attention(arm), a -> new ArrayList<>()).add(arm);
    }
    Map<String, double[]> averages = new LinkedHashMap<>();
    List<String> missing = new ArrayList<>();
    byAttention.forEach(
        (attention, arms) -> {
          String label = label(attention) + each.share(arms);
          String obstacle = each.obstacle(arms);
          if (obstacle.isEmpty()) {
            averages.put(label, each.averages(arms));
          } else {
            missing.add(label + ": " + obstacle);
          }
        });
    return Contrasts.of(plain, averages, missing);
  }

  /** Arms and their baselines, taken together. */
  private record Each(Map<String, String> own, int networks, Pairs pairs) {

    /** Rules of an experiment may leave an attention out of some networks. */
    String share(List<String> arms) {
      return arms.size() == networks ? "" : " in %d of %d".formatted(arms.size(), networks);
    }

    String obstacle(List<String> arms) {
      if (arms.size() < 2) {
        return "there is nothing to average";
      }
      String found =
          pairs.obstacle(arms.stream().flatMap(arm -> Stream.of(arm, own.get(arm))).toList());
      return found.isEmpty() && averages(arms).length == 0
          ? "no seed has completed in all of them"
          : found;
    }

    /** One mean over the networks a seed, of the seeds that all of them have. */
    double[] averages(List<String> arms) {
      SortedMap<Long, List<Double>> bySeed = new TreeMap<>();
      for (String arm : arms) {
        pairs
            .bySeed(arm, own.get(arm))
            .forEach((seed, d) -> bySeed.computeIfAbsent(seed, s -> new ArrayList<>()).add(d));
      }
      return bySeed.values().stream()
          .filter(differences -> differences.size() == arms.size())
          .mapToDouble(d -> d.stream().mapToDouble(Double::doubleValue).average().orElseThrow())
          .toArray();
    }
  }
}
