package io.squeezelab.train;

import ai.djl.ndarray.NDArray;
import io.squeezelab.engine.Weights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The way of a training through its epochs: where it is, and how it goes on. */
final class Course implements AutoCloseable {
  private final Weights weights;
  private final Stepper stepper;
  private final Evaluation evaluation;
  private final Lap.Plan plan;
  private final Best best;
  private final List<Epoch> history = new ArrayList<>();
  private final Set<Integer> paused = new TreeSet<>();
  private Lap lap;
  private boolean bestIsKept;

  Course(Weights weights, Stepper stepper, Evaluation evaluation, Lap.Plan plan) {
    this.weights = weights;
    this.stepper = stepper;
    this.evaluation = evaluation;
    this.plan = plan;
    best = new Best(weights);
    bestIsKept = plan.train().select() == Train.Select.BEST;
    lap = new Lap(weights, stepper, plan, 1);
  }

  /** Runs what is left of it; false where the guide had it end before. */
  boolean run(Guide guide) {
    while (lap.number() <= plan.train().epochs()) {
      if (!lap.run(guide)) {
        return false;
      }
      Epoch epoch = lap.finish(evaluation);
      turnTo(lap.number() + 1);
      history.add(epoch);
      guide.epoch(epoch);
      check(epoch);
      if (bestIsKept) {
        best.see(epoch);
      }
    }
    return guide.goesOn(lap.number(), lap.step());
  }

  private void turnTo(int number) {
    lap.close();
    lap = new Lap(weights, stepper, plan, number);
  }

  private void check(Epoch epoch) {
    Diverged.check("training loss", epoch.loss(), epoch.epoch());
    if (plan.stores().validation() != null) {
      Diverged.check("validation loss", epoch.validationLoss(), epoch.epoch());
    }
  }

  /** Keeps the best epoch's weights from now on, though the last one's are tested. */
  void keepBest() {
    bestIsKept = true;
  }

  Best best() {
    return best;
  }

  List<Epoch> history() {
    return List.copyOf(history);
  }

  /** Epochs that another process began. */
  Set<Integer> paused() {
    return paused;
  }

  Progress progress() {
    return new Progress(
        lap.number(),
        lap.step(),
        lap.loss(),
        lap.correct(),
        lap.seconds(),
        history,
        List.copyOf(paused),
        best.epoch(),
        best.top1());
  }

  void goFrom(Progress from) {
    turnTo(from.epoch());
    lap.goFrom(from);
    history.clear();
    history.addAll(from.history());
    paused.addAll(from.paused());
    if (from.step() > 0) {
      paused.add(from.epoch());
    }
    best.keep(from.bestEpoch(), from.bestTop1());
  }

  /** All arrays that change while it runs, by name. */
  Map<String, NDArray> arrays() {
    Map<String, NDArray> all = new LinkedHashMap<>();
    all.put("weights", weights.flat());
    all.put("buffers", weights.flatBuffers());
    List<NDArray> state = stepper.state();
    for (int i = 0; i < state.size(); i++) {
      all.put("optimizer." + i, state.get(i));
    }
    best.arrays(all);
    return all;
  }

  @Override
  public void close() {
    lap.close();
  }
}
