package io.squeezelab.train;

import ai.djl.ndarray.NDManager;
import io.squeezelab.engine.Torch;
import io.squeezelab.engine.Weights;
import io.squeezelab.spec.Seeds;

/** One epoch under way. */
final class Lap implements AutoCloseable {
  /** What is trained on, and how. */
  record Plan(Train train, Span span, long seed, Stores stores) {}

  private final Weights weights;
  private final Stepper stepper;
  private final Plan plan;
  private final int number;
  private final Tally tally;
  private final Stopwatch watch = new Stopwatch();
  private int step;

  /**
   * @param number from 1
   */
  Lap(Weights weights, Stepper stepper, Plan plan, int number) {
    this.weights = weights;
    this.stepper = stepper;
    this.plan = plan;
    this.number = number;
    tally = new Tally(weights.manager());
  }

  int number() {
    return number;
  }

  /** Steps that are done. */
  int step() {
    return step;
  }

  double loss() {
    return tally.loss();
  }

  double correct() {
    return tally.correct();
  }

  double seconds() {
    return watch.seconds();
  }

  void goFrom(Progress from) {
    step = from.step();
    tally.set(from.loss(), from.correct());
    watch.set(from.seconds());
    stepper.goTo((number - 1) * plan.span().stepsPerEpoch() + step);
  }

  /** Runs what is left of it; false where the guide had it end before. */
  boolean run(Guide guide) {
    watch.go();
    plan.stores().draw(plan.seed(), number, plan.span().stepsPerEpoch(), plan.train().batch());
    boolean going = goesOn(guide);
    while (going && step < plan.span().stepsPerEpoch()) {
      one();
      going = goesOn(guide);
    }
    return going;
  }

  private boolean goesOn(Guide guide) {
    watch.pause();
    boolean going = guide.goesOn(number, step);
    watch.go();
    return going;
  }

  private void one() {
    Torch.seed(Seeds.of(plan.seed(), "dropout " + number + " " + step));
    try (NDManager manager = weights.manager().newSubManager()) {
      Altered batch = plan.stores().batch(manager, step, plan.train().batch());
      Stepper.Trace trace = stepper.step(batch);
      tally.add(trace.loss(), trace.logits(), batch.target());
    }
    step++;
  }

  /** Closes the account, and looks at the validation split. */
  Epoch finish(Evaluation evaluation) {
    Span span = plan.span();
    double loss = tally.loss() / span.stepsPerEpoch();
    double top1 = tally.correct() / (span.stepsPerEpoch() * plan.train().batch());
    double seconds = watch.pause();
    Store held = plan.stores().validation();
    Evaluation.Score score = held == null ? Evaluation.Score.NONE : evaluation.of(held);
    double rate = plan.train().rate().at(number * span.stepsPerEpoch() - 1, span);
    return new Epoch(number, rate, loss, top1, score.loss(), score.top1(), seconds);
  }

  @Override
  public void close() {
    tally.close();
  }
}
