package io.squeezelab.engine;

import ai.djl.ndarray.NDArray;

/**
 * One run through a network: the numbers of its parameters, and whether it trains (batch norm uses
 * the batch's statistics and updates its own) or evaluates.
 */
public final class Pass {
  private final NDArray[] trained;
  private final NDArray[] buffers;
  private final Constants constants;
  private final boolean training;

  Pass(NDArray[] trained, NDArray[] buffers, Constants constants, boolean training) {
    this.trained = trained;
    this.buffers = buffers;
    this.constants = constants;
    this.training = training;
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
}
