package io.squeezelab.agenda;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Trials under way or about to be, and who waits for each. */
final class Flights {
  private final Map<String, Flight> all = new HashMap<>();
  private final Deque<Flight> ready = new ArrayDeque<>();

  /** One trial; several may wait for it, since equal trials run once. */
  static final class Flight {
    private final List<Wish> waiting = new ArrayList<>();
    private int planned;
    private int before;

    /** The first who wanted it. */
    Wish wish() {
      return waiting.get(0);
    }

    List<Wish> waiting() {
      return waiting;
    }

    /**
     * It departs.
     *
     * @return epochs that it is to be trained for
     */
    int departs(Past past) {
      planned = Math.max(0, wish().epochs() - past.reached());
      before = past.trained();
      return planned;
    }

    /** By how many epochs it was trained for more than was planned. */
    int over(Past past) {
      return past.trained() - before - planned;
    }
  }

  /** Whether the trial is under way; who wants it waits for it then. */
  boolean joined(Wish wish) {
    Flight same = all.get(wish.id());
    if (same != null) {
      same.waiting.add(wish);
    }
    return same != null;
  }

  void add(Wish wish) {
    Flight flight = new Flight();
    flight.waiting.add(wish);
    all.put(wish.id(), flight);
    ready.add(flight);
  }

  boolean has(String id) {
    return all.containsKey(id);
  }

  /** Whether one has not departed. */
  boolean ready() {
    return !ready.isEmpty();
  }

  Optional<Flight> next() {
    return Optional.ofNullable(ready.poll());
  }

  Flight landed(String id) {
    return all.remove(id);
  }

  int count() {
    return all.size();
  }
}
