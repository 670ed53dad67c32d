package io.squeezelab.chart;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Puts labels beside their points so that they cover neither each other nor anything drawn. Each
 * label takes the best of a fixed set of places around its point; a few rounds later no label would
 * rather move. The same input always gives the same places.
 *
 * @param area that labels must stay in
 * @param obstacles what labels should not cover: markers, error bars, lines
 */
record Placement(Rectangle2D area, List<Rectangle2D> obstacles) {
  private static final double[] DISTANCES = {8, 13, 20, 30, 42, 58, 78, 104, 135};
  private static final int DIRECTIONS = 16;
  private static final int ROUNDS = 6;
  private static final double NEAR = 14;

  /** A text of this size, for the point at ({@code x}, {@code y}). */
  record Label(double x, double y, double width, double height) {}

  /** Where a label went. */
  record Placed(Label label, Rectangle2D box) {

    /** From the point to the nearest spot of the box. */
    Line2D leader() {
      double x = Math.max(box.getMinX(), Math.min(label.x, box.getMaxX()));
      double y = Math.max(box.getMinY(), Math.min(label.y, box.getMaxY()));
      return new Line2D.Double(label.x, label.y, x, y);
    }

    /** Whether it takes a line to see which point is meant. */
    boolean far() {
      return length() > NEAR;
    }

    private double length() {
      Line2D leader = leader();
      return leader.getP1().distance(leader.getP2());
    }
  }

  /** Places of the labels, in their order. */
  List<Placed> place(List<Label> labels) {
    Placed[] placed = new Placed[labels.size()];
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < placed.length; i++) {
        placed[i] = null;
        placed[i] = best(labels.get(i), placed);
      }
    }
    return Arrays.asList(placed);
  }

  private Placed best(Label label, Placed[] others) {
    Placed best = null;
    double least = Double.POSITIVE_INFINITY;
    for (Placed candidate : candidates(label)) {
      double cost = cost(candidate, others);
      if (cost < least) {
        least = cost;
        best = candidate;
      }
    }
    return best;
  }

  /** Right of the point first, since that is where readers look, then around it and outwards. */
  private static List<Placed> candidates(Label label) {
    List<Placed> candidates = new ArrayList<>();
    for (double distance : DISTANCES) {
      for (int i = 0; i < DIRECTIONS; i++) {
        int turn = (i + 1) / 2 * (i % 2 == 0 ? 1 : -1);
        candidates.add(new Placed(label, box(label, distance, 2 * Math.PI * turn / DIRECTIONS)));
      }
    }
    return candidates;
  }

  /** The box at an angle whose nearest side is {@code distance} away from the point. */
  private static Rectangle2D box(Label label, double distance, double angle) {
    double x = label.x + Math.cos(angle) * distance + (Math.cos(angle) - 1) / 2 * label.width;
    double y = label.y + Math.sin(angle) * distance + (Math.sin(angle) - 1) / 2 * label.height;
    return new Rectangle2D.Double(x, y, label.width, label.height);
  }

  private double cost(Placed candidate, Placed[] others) {
    Rectangle2D box = candidate.box;
    double length = candidate.length();
    double cost = length + 10 * Math.max(0, DISTANCES[0] - length);
    cost += 40 * (1 - share(box, area));
    cost += area.contains(box) ? 0 : 5000;
    for (Rectangle2D obstacle : obstacles) {
      cost += share(box, obstacle) > 0 ? 150 + 300 * share(box, obstacle) : 0;
      boolean own = obstacle.contains(candidate.label.x, candidate.label.y);
      cost += candidate.far() && !own && candidate.leader().intersects(obstacle) ? 25 : 0;
    }
    for (Placed other : others) {
      cost += other == null ? 0 : conflict(candidate, other);
    }
    return cost;
  }

  private static double conflict(Placed one, Placed other) {
    double cost = share(one.box, other.box) > 0 ? 1000 + 1000 * share(one.box, other.box) : 0;
    Line2D a = one.leader();
    Line2D b = other.leader();
    Point2D own = a.getP1();
    cost += a.intersectsLine(b) && !own.equals(b.getP1()) ? 80 : 0;
    cost += a.intersects(other.box) ? 120 : 0;
    return cost + (b.intersects(one.box) ? 120 : 0);
  }

  /** The part of {@code box} that the other covers. */
  private static double share(Rectangle2D box, Rectangle2D other) {
    Rectangle2D common = box.createIntersection(other);
    boolean apart = common.getWidth() <= 0 || common.getHeight() <= 0;
    return apart ? 0 : common.getWidth() * common.getHeight() / (box.getWidth() * box.getHeight());
  }
}
