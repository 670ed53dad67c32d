package io.squeezelab.cli;

import io.squeezelab.data.Data;
import io.squeezelab.experiment.Arm;
import io.squeezelab.trial.Calibration;
import io.squeezelab.trial.Recipe;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How long a trial of each arm takes, by measurements of some of them. */
final class Forecast {
  private static final int FEW = 6;

  /** Forward and backward together, beside a forward pass alone. */
  private static final int BACKWARD = 3;

  private final Map<String, Estimate> estimates = new LinkedHashMap<>();

  /** Seconds for each unit of work of a measured arm, by its multiply-adds. */
  private final TreeMap<Long, Estimate> rates = new TreeMap<>();

  /** The arms to measure: all of few; otherwise the cheapest, the dearest and one between. */
  static List<Arm> some(List<Arm> arms) {
    if (arms.size() <= FEW) {
      return arms;
    }
    List<Arm> sorted =
        arms.stream().sorted(Comparator.comparingLong(arm -> macs(arm.recipe()))).toList();
    return List.of(sorted.get(0), sorted.get(sorted.size() / 2), sorted.get(sorted.size() - 1));
  }

  private static long macs(Recipe recipe) {
    return recipe.network().cost().macs();
  }

  /**
   * @param measured by every worker at once, by label of the arm; at least one arm
   */
  Forecast(List<Arm> arms, Map<String, List<Calibration.Seconds>> measured) {
    for (Arm arm : arms) {
      if (measured.containsKey(arm.label())) {
        Estimate estimate = of(measured.get(arm.label()), arm.recipe().train().epochs());
        estimates.put(arm.label(), estimate);
        rates.put(macs(arm.recipe()), times(estimate, 1 / work(arm.recipe())));
      }
    }
    for (Arm arm : arms) {
      estimates.computeIfAbsent(arm.label(), label -> between(arm.recipe()));
    }
  }

  private static Estimate of(List<Calibration.Seconds> workers, int epochs) {
    List<Estimate> each = new ArrayList<>();
    for (Calibration.Seconds one : workers) {
      double quick = one.times().whole(epochs, 0.1);
      double usual = one.times().whole(epochs, 0.5);
      double slow = one.times().whole(epochs, 0.9);
      each.add(new Estimate(quick, usual, slow).plus(one.prepare()));
    }
    return new Estimate(
        each.stream().mapToDouble(Estimate::low).min().orElseThrow(),
        each.stream().mapToDouble(Estimate::middle).average().orElseThrow(),
        each.stream().mapToDouble(Estimate::high).max().orElseThrow());
  }

  /**
   * From the arms that cost next less and next more; the range is that of all, since networks of
   * equal cost do not take equally long.
   */
  private Estimate between(Recipe recipe) {
    long macs = macs(recipe);
    Map.Entry<Long, Estimate> below = rates.floorEntry(macs);
    Map.Entry<Long, Estimate> above = rates.ceilingEntry(macs);
    below = below == null ? above : below;
    above = above == null ? below : above;
    long gap = above.getKey() - below.getKey();
    double share = gap == 0 ? 0 : (double) (macs - below.getKey()) / gap;
    double middle = below.getValue().middle() * (1 - share) + above.getValue().middle() * share;
    double low = rates.values().stream().mapToDouble(Estimate::low).min().orElseThrow();
    double high = rates.values().stream().mapToDouble(Estimate::high).max().orElseThrow();
    return times(new Estimate(low, middle, high), work(recipe));
  }

  private static Estimate times(Estimate one, double factor) {
    return new Estimate(one.low() * factor, one.middle() * factor, one.high() * factor);
  }

  /** Multiply-adds of a trial, in relation to other arms on the same data. */
  private static double work(Recipe recipe) {
    Data data = recipe.data();
    boolean known = data.trainCount() != Data.UNCOUNTED;
    double images = known ? data.trainCount() - data.validation() : 1;
    double held = known ? data.validation() : 0;
    return macs(recipe) * recipe.train().epochs() * (BACKWARD * images + held);
  }

  Estimate of(String arm) {
    return estimates.get(arm);
  }
}
