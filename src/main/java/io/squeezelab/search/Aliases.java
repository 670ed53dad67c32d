package io.squeezelab.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a fraction can tell apart, in words. */
final class Aliases {
  private static final int MOST_SHOWN = 40;

  private Aliases() {}

  static List<String> of(List<Factor> factors, Fraction design) {
    int k = design.factors();
    String letters =
        IntStream.range(0, k)
            .mapToObj(i -> Words.name(1 << i) + " " + factors.get(i).name())
            .collect(Collectors.joining(", "));
    List<String> remarks = new ArrayList<>(List.of("Factors: " + letters + "."));
    if (design.generators().isEmpty()) {
      remarks.add("All " + (1 << k) + " combinations: every effect is clear of all others.");
      return remarks;
    }
    int resolution = design.words().resolution();
    remarks.add(
        "%d of %d combinations, resolution %s: %s."
            .formatted(1 << design.free(), 1 << k, roman(resolution), meaning(resolution)));
    remarks.add("Generators: " + generators(design) + ".");
    remarks.add("Defining relation: I = " + names(" = ", design.words().all()) + ".");
    List<String> aliases = aliases(design);
    if (!aliases.isEmpty()) {
      remarks.add("Not to be told apart: " + String.join("; ", aliases) + ".");
    }
    return remarks;
  }

  private static String meaning(int resolution) {
    return switch (resolution) {
      case 3 -> "main effects are clear of each other, but not of interactions of two factors";
      case 4 ->
          "main effects are clear of interactions of two factors, which are not all clear of each"
              + " other";
      default -> "main effects and interactions of two factors are clear of each other";
    };
  }

  static String roman(int number) {
    List<String> ones = List.of("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX");
    return "X".repeat(number / 10) + ones.get(number % 10);
  }

  private static String generators(Fraction design) {
    return IntStream.range(0, design.generators().size())
        .mapToObj(
            i -> {
              int factor = 1 << design.free() + i;
              return Words.name(factor) + " = " + Words.name(design.generators().get(i) ^ factor);
            })
        .collect(Collectors.joining(", "));
  }

  private static String names(String between, List<Integer> words) {
    String shown =
        words.stream()
            .sorted(Comparator.<Integer>comparingInt(Integer::bitCount).thenComparing(Words::name))
            .limit(MOST_SHOWN)
            .map(Words::name)
            .collect(Collectors.joining(between));
    int more = words.size() - MOST_SHOWN;
    return more > 0 ? shown + between + more + " longer ones" : shown;
  }

  /** Main effects and interactions of two factors that are one column: {@code AB = CE}. */
  private static List<String> aliases(Fraction design) {
    List<String> aliases = new ArrayList<>();
    Set<Integer> seen = new TreeSet<>();
    for (int effect : effects(design.factors())) {
      if (seen.add(effect)) {
        List<Integer> same = new ArrayList<>(List.of(effect));
        design.words().all().stream()
            .map(word -> word ^ effect)
            .filter(other -> Integer.bitCount(other) <= 2)
            .forEach(same::add);
        seen.addAll(same);
        if (same.size() > 1) {
          aliases.add(names(" = ", same));
        }
      }
    }
    return aliases;
  }

  private static List<Integer> effects(int factors) {
    return IntStream.range(1, 1 << factors)
        .filter(effect -> Integer.bitCount(effect) <= 2)
        .boxed()
        .sorted(Comparator.<Integer>comparingInt(Integer::bitCount).thenComparing(Words::name))
        .toList();
  }
}
