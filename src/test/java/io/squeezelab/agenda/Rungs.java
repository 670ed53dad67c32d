package io.squeezelab.agenda;

import io.squeezelab.search.Ask;
import io.squeezelab.search.Point;
import io.squeezelab.search.Search;
import io.squeezelab.search.Space;
import io.squeezelab.search.Strategy;
import io.squeezelab.trial.Outcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A search that first wants three epochs of every point, then all of the one named. */
final class Rungs implements Search.Custom {
  final List<String> told = new ArrayList<>();
  boolean tested;
  private final boolean known;
  private final int winner;

  /**
   * @param known whether its arms are known beforehand
   * @param winner level that goes on
   */
  Rungs(boolean known, int winner) {
    this.known = known;
    this.winner = winner;
  }

  private static List<Point> all() {
    return List.of(point(0), point(1), point(2), point(3));
  }

  private static Point point(int level) {
    return new Point(List.of(level));
  }

  @Override
  public Optional<List<Point>> points(Space space) {
    return known ? Optional.of(all()) : Optional.empty();
  }

  @Override
  public Strategy start(Space space, List<Long> seeds) {
    Deque<Ask> asks = new ArrayDeque<>();
    all().forEach(point -> asks.add(new Ask(point, seeds.get(0), 3)));
    int first = asks.size();
    return new Strategy() {
      private int heard;

      @Override
      public Optional<Ask> ask() {
        return Optional.ofNullable(asks.poll());
      }

      @Override
      public void tell(Ask ask, Outcome outcome) {
        tested |= outcome.metrics() != null && !Double.isNaN(outcome.metrics().top1());
        told.add(ask.point().levels() + " " + outcome.ending() + " " + outcome.history().size());
        heard++;
        if (heard == first) {
          asks.add(new Ask(point(winner), seeds.get(0), 0));
        }
      }

      @Override
      public Map<Point, String> stopped() {
        return heard < first ? Map.of() : Map.of(point(winner == 3 ? 0 : 3), "the last place");
      }
    };
  }
}
