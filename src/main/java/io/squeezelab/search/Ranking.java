package io.squeezelab.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Recorded arms by the validation accuracy that they reached in full, the best first. */
public final class Ranking {
  private final RecordedSpace space;
  private final List<Point> order;

  public Ranking(RecordedSpace space) {
    this.space = space;
    this.order = new ArrayList<>(space.arms());
    order.removeIf(arm -> space.arm(arm).accuracy().isEmpty());
    order.sort(Comparator.comparingDouble(arm -> -accuracy(arm)));
  }

  /** The arms that completed with all seeds. */
  public List<Point> order() {
    return List.copyOf(order);
  }

  private double accuracy(Point arm) {
    return space.arm(arm).accuracy().orElseThrow();
  }

  /** The best of some arms; empty where none of them completed. */
  public Optional<Point> best(Collection<Point> of) {
    return order.stream().filter(of::contains).findFirst();
  }

  /** From 1; arms of equal accuracy share the first place of theirs. */
  public int place(Point arm) {
    return 1 + (int) order.stream().filter(other -> accuracy(other) > accuracy(arm)).count();
  }

  /** How far an arm stays below the best of all, as a fraction. */
  public double regret(Point arm) {
    return accuracy(order.get(0)) - accuracy(arm);
  }

  /** The arms beside which none is both cheaper and as accurate, or as cheap and more accurate. */
  public List<Point> front(Measure measure) {
    List<Point> front = new ArrayList<>();
    List<Point> cheapestFirst = new ArrayList<>(order);
    cheapestFirst.sort(Comparator.comparingLong(arm -> space.cost(arm, measure.toString())));
    double best = Double.NEGATIVE_INFINITY; // of those that cost no more, the most accurate first
    for (Point arm : cheapestFirst) {
      if (accuracy(arm) > best) {
        best = accuracy(arm);
        front.add(arm);
      }
    }
    return front;
  }
}
