package io.squeezelab.train;

import ai.djl.ndarray.NDArray;
import io.squeezelab.engine.Weights;
import java.util.List;

/** How a gradient moves the weights, with PyTorch's arithmetic. */
public sealed interface Optimizer permits Sgd, Adamw, Optimizer.Custom {

  /**
   * An optimizer at its start. Its state lives, and is closed, with the weights.
   *
   * @param rates learning rate of each step
   */
  Updater start(Weights weights, double[] rates);

  /**
   * An optimizer under way.
   *
   * @param state all that its next step depends on besides the step's number, the weights and the
   *     gradient. A checkpoint stores it, and fills the same arrays when a training goes on
   */
  record Updater(List<NDArray> state, Move move) {
    public Updater {
      state = List.copyOf(state);
    }

    /** A {@link Move}. */
    public void step(int step, NDArray gradient) {
      move.step(step, gradient);
    }
  }

  /** One step of an optimizer. */
  @FunctionalInterface
  interface Move {
    /**
     * Moves the weights; without recording gradients.
     *
     * @param step from 0
     * @param gradient of all trained weights, as flat as {@link Weights#flat}; may be changed
     */
    void step(int step, NDArray gradient);
  }

  /** For optimizers from other jars and cells; see {@link io.squeezelab.spec.Family}. */
  non-sealed interface Custom extends Optimizer {}
}
