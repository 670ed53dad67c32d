package io.squeezelab.train;

import java.util.ArrayList;
import java.util.List;

/** The first steps of a training, on its own images, to see how long the whole will take. */
public final class Rehearsal implements Guide {
  /** On a card a step is only handed over; a look at the loss waits until it is done. */
  private static final int TOGETHER = 4;

  private static final int LEAST = 3;
  private static final int BATCHES = 2;

  private final Training training;
  private final long end;
  private final List<Double> seconds = new ArrayList<>();
  private long since;
  private int from;

  private Rehearsal(Training training, double seconds) {
    this.training = training;
    this.end = System.nanoTime() + (long) (seconds * 1e9);
  }

  /**
   * What it takes.
   *
   * @param step seconds of a step, several measurements in rising order
   * @param steps of an epoch
   * @param image seconds of an image that is evaluated
   * @param held images of the validation split
   * @param test images of the test split
   */
  public record Times(List<Double> step, int steps, double image, int held, int test) {

    /**
     * Seconds of a whole training.
     *
     * @param share of the measurements of a step that are quicker: 0.5 for the median
     */
    public double whole(int epochs, double share) {
      double one = step.get((int) Math.round(share * (step.size() - 1)));
      return epochs * (steps * one + held * image) + test * image;
    }
  }

  /**
   * Trains for a while; what it learns is lost.
   *
   * @param seconds that the steps may take, if a few are done by then
   */
  public static Times of(Training training, double seconds) {
    Rehearsal rehearsal = new Rehearsal(training, seconds);
    try {
      training.run(rehearsal);
    } catch (Diverged quick) {
      // takes as long as others do
    }
    List<Double> steps = rehearsal.seconds.stream().skip(rehearsal.cold()).sorted().toList();
    Store test = training.stores().test();
    Store held = training.stores().validation();
    double image = training.evaluation().seconds(held == null ? test : held, BATCHES);
    int count = held == null ? 0 : held.count();
    return new Times(steps, training.stepsPerEpoch(), image, count, test.count());
  }

  /** The first measurement has what happens once: memory, choice of kernels. */
  private int cold() {
    return seconds.size() > 1 ? 1 : 0;
  }

  @Override
  public void epoch(Epoch epoch) {
    // only steps count
  }

  @Override
  public boolean goesOn(int epoch, int step) {
    if (epoch > training.epochs()) {
      return false;
    }
    boolean over = step == training.stepsPerEpoch();
    if (step > 0 && (step - from == TOGETHER || over && step > from)) {
      training.progress(); // waits for the device
      seconds.add((System.nanoTime() - since) / 1e9 / (step - from));
      from = step;
    }
    if (step == 0 || step == from) {
      from = step;
      since = System.nanoTime();
    }
    return seconds.size() < LEAST || System.nanoTime() < end;
  }
}
