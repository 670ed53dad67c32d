package io.squeezelab.cost;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The costs of a network, line by line in the order in which its layers run. */
public final class Sheet {
  private final List<Line> lines = new ArrayList<>();
  private final Set<String> holders = new HashSet<>();
  private int stage;

  /**
   * Adds a layer's line. A layer that runs twice under one name (shared weights) costs its
   * multiply-adds twice and its parameters once.
   *
   * @return {@code line.out()}, so that a layer can report and answer in one statement
   */
  public Dims add(Line line) {
    Cost cost = line.cost();
    if (!holders.add(line.name() + "/" + line.kind())) {
      cost = new Cost(0, 0, cost.macs(), cost.activations(), cost.reads());
    }
    lines.add(new Line(line.name(), line.kind(), line.in(), line.out(), cost, stage));
    return line.out();
  }

  /** Whatever is added in this computation belongs to a stage of the network. */
  public Dims within(int number, Supplier<Dims> trace) {
    stage = number;
    try {
      return trace.get();
    } finally {
      stage = 0;
    }
  }

  public List<Line> lines() {
    return List.copyOf(lines);
  }

  /**
   * The lines by stage, in the order in which they run: {@code stem} before the first stage, {@code
   * stage 1}, …, {@code head} after the last; {@code after stage 1} for what lies between stages;
   * {@code network} where there are none.
   */
  public List<Portion> portions() {
    List<Portion> portions = new ArrayList<>();
    int last = lines.stream().mapToInt(Line::stage).max().orElse(0);
    int reached = 0;
    for (Line line : lines) {
      reached = Math.max(reached, line.stage());
      String name = name(line.stage(), reached, last);
      if (portions.isEmpty() || !portions.get(portions.size() - 1).name().equals(name)) {
        portions.add(new Portion(name, new ArrayList<>()));
      }
      portions.get(portions.size() - 1).lines().add(line);
    }
    return portions;
  }

  private static String name(int stage, int reached, int last) {
    if (stage > 0) {
      return "stage " + stage;
    }
    if (reached == 0) {
      return last == 0 ? "network" : "stem";
    }
    return reached == last ? "head" : "after stage " + reached;
  }

  public Cost total() {
    return total(line -> true);
  }

  public Cost total(Predicate<Line> which) {
    return lines.stream().filter(which).map(Line::cost).reduce(Cost.FREE, Cost::plus);
  }
}
