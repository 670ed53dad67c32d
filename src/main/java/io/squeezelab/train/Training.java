package io.squeezelab.train;

import ai.djl.ndarray.NDManager;
import io.squeezelab.backbone.Network;
import io.squeezelab.data.Data;
import io.squeezelab.data.Official;
import io.squeezelab.engine.Hardware;
import io.squeezelab.engine.Torch;
import io.squeezelab.engine.Weights;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Seeds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The training of one network on one set, from the first step to the one look at the tests. */
public final class Training implements AutoCloseable {
  private final Data data;
  private final Train train;
  private final long seed;
  private final Weights weights;
  private final Network network;
  private final Stores stores;
  private final Span span;
  private final List<Epoch> history = new ArrayList<>();

  /**
   * @param official the set's own splits
   * @throws io.squeezelab.spec.Problem if a batch is larger than the training split, or the best
   *     epoch is asked for without a validation split
   */
  public Training(
      Network network, Data data, Train train, long seed, Official official, Hardware hardware) {
    this.data = data;
    this.train = train;
    this.seed = seed;
    this.network = network;
    official.check(data.validation(), train.batch());
    boolean chooses = train.select() == Train.Select.BEST;
    Check.that(!chooses || data.validated(), "select", "best needs a validation split");
    Set<String> frozen = Frozen.of(network.parameters(), train.freeze());
    weights = new Weights(network.parameters(), hardware, seed, frozen);
    try {
      stores = Stores.of(weights.manager(), official, data, seed);
    } catch (RuntimeException | Error e) {
      weights.close(); // no memory for the images: the next trial may need less
      throw e;
    }
    span = new Span(train.epochs(), stores.train().count() / train.batch());
  }

  /**
   * Trains and tests.
   *
   * @param each told of every finished epoch
   */
  public Metrics run(Consumer<Epoch> each) {
    Torch.seed(Seeds.random(seed, "dropout").nextLong());
    Stepper stepper = new Stepper(network.layers(), weights, train, span);
    Best best = new Best(weights);
    for (int number = 1; number <= train.epochs(); number++) {
      Epoch epoch = epoch(stepper, number);
      history.add(epoch);
      each.accept(epoch);
      check("training loss", epoch.loss(), number);
      if (stores.validation() != null) {
        check("validation loss", epoch.validationLoss(), number);
      }
      if (train.select() == Train.Select.BEST) {
        best.see(epoch);
      }
    }
    int tested = train.select() == Train.Select.BEST ? best.restore() : train.epochs();
    Epoch chosen = history.get(tested - 1);
    Evaluation.Score score = evaluation().of(stores.test());
    check("test loss", score.loss(), tested);
    return new Metrics(
        score.top1(), score.loss(), chosen.validationTop1(), chosen.validationLoss(), tested);
  }

  /** The last step may ruin the weights after the last training loss was seen. */
  private static void check(String what, double loss, int epoch) {
    if (!Double.isFinite(loss)) {
      throw new Diverged("the " + what + " was " + loss + " in epoch " + epoch);
    }
  }

  private Epoch epoch(Stepper stepper, int number) {
    long start = System.nanoTime();
    stores.draw(seed, number, span.stepsPerEpoch(), train.batch());
    double loss;
    double top1;
    try (Tally tally = new Tally(weights.manager())) {
      for (int i = 0; i < span.stepsPerEpoch(); i++) {
        try (NDManager step = weights.manager().newSubManager()) {
          Altered batch = stores.batch(step, i, train.batch());
          Stepper.Trace trace = stepper.step(batch);
          tally.add(trace.loss(), trace.logits(), batch.target());
        }
      }
      loss = tally.loss() / span.stepsPerEpoch();
      top1 = tally.correct() / imagesPerEpoch();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    Evaluation.Score score =
        stores.validation() == null ? Evaluation.Score.NONE : evaluation().of(stores.validation());
    double rate = train.rate().at(number * span.stepsPerEpoch() - 1, span);
    return new Epoch(number, rate, loss, top1, score.loss(), score.top1(), seconds);
  }

  private Evaluation evaluation() {
    return new Evaluation(network.layers(), weights);
  }

  /** What the gates give with the weights that were tested; for the time after {@link #run}. */
  public Gates gates() {
    return GateTally.of(evaluation(), stores, data.classNames());
  }

  /** Parameters and buffers by name; after {@link #run} those that were tested. */
  public Weights weights() {
    return weights;
  }

  public List<Epoch> history() {
    return List.copyOf(history);
  }

  public int imagesPerEpoch() {
    return span.stepsPerEpoch() * train.batch();
  }

  /** Files that are left out because they cannot be decoded, and why. */
  public Map<Path, String> faults() {
    return stores.faults();
  }

  @Override
  public void close() {
    stores.close();
    weights.close();
  }
}
