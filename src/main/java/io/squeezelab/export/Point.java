package io.squeezelab.export;

import io.squeezelab.cost.Cost;
import io.squeezelab.results.Result;
import io.squeezelab.train.Epoch;
import io.squeezelab.train.Metrics;
import java.util.ArrayList;
import java.util.List;

/**
 * A number of a trial at a moment, by the name under which TensorBoard and MLflow show it: {@code
 * train/loss}, {@code test/top1}, {@code cost/macs}. Accuracies are fractions of 1.
 *
 * @param step the epoch, from 1
 * @param time in seconds since 1970
 */
record Point(String name, double value, int step, double time) {

  /** All that are finite, epoch by epoch; those of the whole trial stand at its last epoch. */
  static List<Point> of(Result result) {
    List<Point> points = new ArrayList<>();
    Timeline timeline = Timeline.of(result);
    double trained = 0;
    int step = 0;
    for (Epoch epoch : result.outcome().history()) {
      trained += epoch.seconds();
      step = epoch.epoch();
      addEpoch(points, epoch, timeline.at(trained));
    }
    addWhole(points, result, step, timeline.end());
    return points.stream().filter(p -> Double.isFinite(p.value)).toList();
  }

  private static void addEpoch(List<Point> to, Epoch epoch, double time) {
    int step = epoch.epoch();
    to.add(new Point("train/loss", epoch.loss(), step, time));
    to.add(new Point("train/top1", epoch.top1(), step, time));
    to.add(new Point("train/rate", epoch.rate(), step, time));
    to.add(new Point("train/seconds", epoch.seconds(), step, time));
    to.add(new Point("validation/loss", epoch.validationLoss(), step, time));
    to.add(new Point("validation/top1", epoch.validationTop1(), step, time));
  }

  private static void addWhole(List<Point> to, Result result, int step, double time) {
    Metrics metrics = result.outcome().metrics();
    if (metrics != null) {
      to.add(new Point("test/top1", metrics.top1(), step, time));
      to.add(new Point("test/loss", metrics.loss(), step, time));
    }
    Cost cost = result.cost();
    if (cost != null) {
      to.add(new Point("cost/params", cost.params(), step, time));
      to.add(new Point("cost/macs", cost.macs(), step, time));
      to.add(new Point("cost/activations", cost.activations(), step, time));
      to.add(new Point("cost/reads", cost.reads(), step, time));
    }
    to.add(new Point("trial/seconds", result.outcome().seconds(), step, time));
    double speed = result.outcome().imagesPerSecond();
    to.add(new Point("trial/images-per-second", speed, step, time));
  }
}
