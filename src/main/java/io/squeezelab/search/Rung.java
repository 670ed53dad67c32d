package io.squeezelab.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The arms that came to one comparison of a {@link Ladder}, the best first; of equal ones that
 * which came first.
 */
final class Rung {
  /** An arm and its place in the order in which they came. */
  private record Place(Point arm, double accuracy, int arrival) {}

  private static final Comparator<Place> ORDER =
      Comparator.comparingDouble((Place place) -> -place.accuracy())
          .thenComparingInt(Place::arrival);

  private final Map<Point, Judged> judged = new HashMap<>();
  private final Map<Point, Place> places = new HashMap<>();
  private final TreeSet<Place> waiting = new TreeSet<>(ORDER);
  private final TreeSet<Place> gone = new TreeSet<>(ORDER);

  /** What is known of an arm here. */
  Judged of(Point arm, int seeds) {
    return judged.computeIfAbsent(arm, one -> new Judged(seeds));
  }

  /** All seeds of an arm have come here. */
  void arrived(Point arm) {
    Place place = new Place(arm, judged.get(arm).mean(), places.size());
    places.put(arm, place);
    waiting.add(place);
  }

  /** An arm that came here goes on. */
  void leave(Point arm) {
    Place place = places.get(arm);
    if (place != null && waiting.remove(place)) {
      gone.add(place);
    }
  }

  /** The best that waits, where fewer came than one may leave of: without it nobody would. */
  Optional<Point> last() {
    return gone.isEmpty() ? first() : Optional.empty();
  }

  /** None where all that wait failed. */
  private Optional<Point> first() {
    return waiting.isEmpty() || waiting.first().accuracy() == Double.NEGATIVE_INFINITY
        ? Optional.empty()
        : Optional.of(waiting.first().arm());
  }

  /** The best that waits, if it is among the first of {@code eta}. */
  Optional<Point> best(int eta) {
    if (first().isEmpty()) {
      return Optional.empty();
    }
    Place best = waiting.first();
    int before = gone.size();
    for (Place other : gone.descendingSet()) {
      if (ORDER.compare(other, best) < 0) {
        break;
      }
      before--; // it went on while fewer were known, and is behind now
    }
    return before < places.size() / eta ? Optional.of(best.arm()) : Optional.empty();
  }

  /** Why those that wait do not go on. */
  Map<Point, String> reasons(int epoch) {
    List<Place> all = new ArrayList<>(places.values());
    all.sort(ORDER);
    Map<Point, String> reasons = new HashMap<>();
    for (int i = 0; i < all.size(); i++) {
      Place place = all.get(i);
      if (waiting.contains(place)) {
        reasons.put(
            place.arm(),
            judged.get(place.arm()).failed()
                ? "a seed had no validation accuracy after epoch " + epoch
                : "place %d of %d after epoch %d; %d went on"
                    .formatted(i + 1, all.size(), epoch, gone.size()));
      }
    }
    return reasons;
  }
}
