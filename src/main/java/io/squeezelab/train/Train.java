package io.squeezelab.train;

import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import java.util.List;

/**
 * How a network is trained.
 *
 * @param batch images a step; a last, smaller batch of an epoch is left out. With 1, batch norm
 *     over one position, as in many attentions, has nothing to normalise over: the trial fails
 * @param labelSmoothing share of each target spread over all classes
 * @param clip bound of the gradient's L2 norm over all parameters; 0 for none
 * @param threads that one operation may use: they change the order of sums, so they belong to the
 *     trial and not to the machine
 * @param select which epoch's weights are tested: the last, or the best on the validation split
 * @param freeze words and name patterns of what is not trained; see {@link Frozen}
 * @param microBatch the most images that go through the network at once: a batch is cut into parts
 *     whose gradients are summed, so that a step needs less memory; 0 for the whole batch. Norms
 *     see the parts, one by one
 */
public record Train(
    int epochs,
    @Default("128") int batch,
    @Default("sgd") Optimizer optimizer,
    Rate rate,
    @Default("0") double labelSmoothing,
    @Default("0") double clip,
    @Default("1") int threads,
    @Default("last") Select select,
    @Default("[]") List<String> freeze,
    @Default("0") int microBatch) {
  public Train {
    Check.atLeast("epochs", 1, epochs);
    Check.atLeast("batch", 1, batch);
    Check.within("labelSmoothing", 0, 1, labelSmoothing);
    Check.atLeast("clip", 0, clip);
    Check.atLeast("threads", 1, threads);
    Check.atLeast("microBatch", 0, microBatch);
    Check.atMost("microBatch", batch, microBatch);
    freeze = List.copyOf(freeze);
  }

  /** The same with batches that go through the network in other parts. */
  public Train microBatch(int images) {
    return new Train(
        epochs,
        batch,
        optimizer,
        rate,
        labelSmoothing,
        clip,
        threads,
        select,
        freeze,
        images >= batch ? 0 : images);
  }

  /** Into how many parts, as equal as possible, a step cuts its batch. */
  int parts() {
    return microBatch == 0 ? 1 : (batch + microBatch - 1) / microBatch;
  }

  /** Which epoch's weights are tested. */
  public enum Select {
    LAST,
    BEST
  }
}
