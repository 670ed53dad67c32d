package io.squeezelab.train;

import ai.djl.ndarray.NDArray;
import io.squeezelab.backbone.Network;
import io.squeezelab.data.Data;
import io.squeezelab.data.Official;
import io.squeezelab.engine.Hardware;
import io.squeezelab.engine.Weights;
import io.squeezelab.spec.Check;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The training of one network on one set, from the first step to the one look at the tests. */
public final class Training implements AutoCloseable {
  private final Data data;
  private final Train train;
  private final Weights weights;
  private final Network network;
  private final Stores stores;
  private final Span span;
  private final Course course;

  /**
   * @param official the set's own splits
   * @throws io.squeezelab.spec.Problem if a batch is larger than the training split, or the best
   *     epoch is asked for without a validation split
   */
  public Training(
      Network network, Data data, Train train, long seed, Official official, Hardware hardware) {
    this.data = data;
    this.train = train;
    this.network = network;
    official.check(data.validation(), train.batch());
    boolean chooses = train.select() == Train.Select.BEST;
    Check.that(!chooses || data.validated(), "select", "best needs a validation split");
    Set<String> frozen = Frozen.of(network.parameters(), train.freeze());
    weights = new Weights(network.parameters(), hardware, seed, frozen);
    try {
      stores = Stores.of(weights.manager(), official, data, seed);
      span = new Span(train.epochs(), stores.train().count() / train.batch());
      Stepper stepper = new Stepper(network.layers(), weights, train, span);
      Lap.Plan plan = new Lap.Plan(train, span, seed, stores);
      course = new Course(weights, stepper, evaluation(), plan);
    } catch (RuntimeException | Error e) {
      weights.close(); // no memory for the images: the next trial may need less
      throw e;
    }
  }

  /**
   * Trains and tests.
   *
   * @return empty where the guide had it end before
   */
  public Optional<Metrics> run(Guide guide) {
    return course.run(guide) ? Optional.of(test()) : Optional.empty();
  }

  private Metrics test() {
    boolean best = train.select() == Train.Select.BEST;
    int tested = best ? course.best().restore() : train.epochs();
    Epoch chosen = history().get(tested - 1);
    Evaluation.Score score = evaluation().of(stores.test());
    Diverged.check("test loss", score.loss(), tested);
    return new Metrics(
        score.top1(), score.loss(), chosen.validationTop1(), chosen.validationLoss(), tested);
  }

  /** Where it is; for a {@link Guide}. */
  public Progress progress() {
    return course.progress();
  }

  /**
   * All arrays that change while it runs, by name, live: to be copied by a {@link Guide}, or to be
   * filled after {@link #goFrom} and before {@link #run}.
   */
  public Map<String, NDArray> arrays() {
    return course.arrays();
  }

  /** Goes on from where another process was, once the {@link #arrays} are filled. */
  public void goFrom(Progress progress) {
    course.goFrom(progress);
  }

  /** Also keeps the best epoch's weights; for the time before {@link #run}. */
  public void keepBest() {
    course.keepBest();
  }

  /** Takes the best epoch's weights, after {@link #run}; gives the epoch, 0 where none was best. */
  public int useBest() {
    return course.best().epoch() == 0 ? 0 : course.best().restore();
  }

  Evaluation evaluation() {
    return new Evaluation(network.layers(), weights);
  }

  Stores stores() {
    return stores;
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
    return course.history();
  }

  /** Epochs whose time is no measure, since another process began them. */
  public Set<Integer> paused() {
    return course.paused();
  }

  public int epochs() {
    return span.epochs();
  }

  public int stepsPerEpoch() {
    return span.stepsPerEpoch();
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
    course.close();
    stores.close();
    weights.close();
  }
}
