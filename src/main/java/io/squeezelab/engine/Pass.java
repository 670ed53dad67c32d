package io.squeezelab.engine;

import ai.djl.ndarray.NDArray;
import java.util.BitSet;
import java.util.function.UnaryOperator;

/**
 * One run through a network: the numbers of its parameters, and whether it trains (batch norm uses
 * the batch's statistics and updates its own) or evaluates.
 */
public final class Pass {
  private static final Observer NOBODY = (place, weights) -> {};

  private final NDArray[] trained;
  private final NDArray[] buffers;
  private final Constants constants;
  private final boolean training;
  private final BitSet still;
  private final Observer observer;

  /** Looks at the weights that the gates of one pass give. */
  public interface Observer {
    /**
     * Told of each gate as it opens; a gate that is used at several places of the network tells as
     * often. Must leave {@code weights} as they are, and open.
     *
     * @param place path of the attention, under which its parameters are: {@code
     *     layer1.0.attention}
     * @param weights (N, C', H', W')
     */
    void see(String place, NDArray weights);
  }

  Pass(NDArray[] trained, NDArray[] buffers, Constants constants, boolean training) {
    this(trained, buffers, constants, training, new BitSet(), NOBODY);
  }

  private Pass(
      NDArray[] trained,
      NDArray[] buffers,
      Constants constants,
      boolean training,
      BitSet still,
      Observer observer) {
    this.still = still;
    this.observer = observer;
    this.trained = trained;
    this.buffers = buffers;
    this.constants = constants;
    this.training = training;
  }

  /** The same pass with some buffers, by index, that stay as they are. */
  Pass with(BitSet frozen) {
    return new Pass(trained, buffers, constants, training, frozen, observer);
  }

  /**
   * A pass on arrays that somebody else holds.
   *
   * @param input gives the manager in which constants live until the backward pass is over
   */
  public static Pass of(NDArray[] trained, NDArray[] buffers, NDArray input, boolean training) {
    return new Pass(trained, buffers, new Constants(input.getManager()), training);
  }

  public NDArray get(Parameter parameter) {
    return (parameter.trained() ? trained : buffers)[parameter.index()];
  }

  /** A number as operand; never write it as a Java number. */
  public NDArray constant(double value) {
    return constants.of(value);
  }

  public boolean training() {
    return training;
  }

  /**
   * Whether a norm is to use the batch's statistics and to move its own; not in a frozen norm.
   *
   * @param running a buffer with its statistics
   */
  public boolean moves(Parameter running) {
    return training && !still.get(running.index());
  }

  /** The same pass with somebody who looks at its gates. */
  public Pass observedBy(Observer other) {
    return new Pass(trained, buffers, constants, training, still, other);
  }

  /**
   * The same pass for layers that run on another arrangement of its images, such as groups of
   * channels as images of their own.
   *
   * @param turned the weights of a gate inside, (N', C', H', W'), as those of the pass's N images;
   *     closed once they were looked at
   */
  public Pass observedAs(UnaryOperator<NDArray> turned) {
    return observer == NOBODY
        ? this
        : observedBy(
            (place, weights) -> {
              try (NDArray seen = turned.apply(weights)) {
                observer.see(place, seen);
              }
            });
  }

  /**
   * To be called by every attention with the weights of its gate, before they are spread over the
   * map; costs nothing where nobody looks.
   *
   * @param place of the scope that the attention was built in
   */
  public void observe(String place, NDArray weights) {
    observer.see(place, weights);
  }
}
