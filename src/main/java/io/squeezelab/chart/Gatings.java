package io.squeezelab.chart;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Names of gates as charts have room for them. */
final class Gatings {
  private static final int MOST = 3;

  private Gatings() {}

  /**
   * Names without the words that all of them have, such as {@code attention}, but with their first
   * part and all numbers: {@code layer1.0}.
   */
  static List<String> brief(List<String> places) {
    Set<String> common = new HashSet<>(parts(places.get(0)));
    places.forEach(place -> common.retainAll(parts(place)));
    List<String> brief = places.stream().map(place -> without(common, place)).toList();
    return Set.copyOf(brief).size() < brief.size() ? places : brief;
  }

  private static String without(Set<String> common, String place) {
    List<String> parts = parts(place);
    return IntStream.range(0, parts.size())
        .filter(i -> i == 0 || !common.contains(parts.get(i)) || number(parts.get(i)))
        .mapToObj(parts::get)
        .collect(Collectors.joining("."));
  }

  private static List<String> parts(String place) {
    return Arrays.asList(place.split("\\."));
  }

  private static boolean number(String part) {
    return part.chars().allMatch(Character::isDigit);
  }

  /**
   * The gates of one module stand for themselves, since the first of a sequence does another thing
   * than the second: the part behind the last {@code attention}; empty for a module with one gate.
   */
  static String kind(String place) {
    String whole = place.replaceFirst("#\\d+$", "");
    String behind = whole.replaceFirst("^.*\\battention\\b\\.?", "");
    return behind.equals(whole) ? "" : behind;
  }

  /** The kinds among some gates; one for all of them where there are too many to draw. */
  static List<String> kinds(List<String> places) {
    List<String> kinds = places.stream().map(Gatings::kind).distinct().toList();
    return kinds.size() <= MOST ? kinds : List.of("");
  }
}
