package io.squeezelab.train;

import ai.djl.ndarray.NDArray;
import io.squeezelab.engine.Weights;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import java.util.List;

/**
 * Stochastic gradient descent as PyTorch has it: {@code g = gradient + decay·w; v = momentum·v + g;
 * w -= rate·v}, and with Nesterov {@code w -= rate·(g + momentum·v)}. The rate is outside the
 * velocity, so a change of rate acts at once.
 *
 * @param decayNormAndBias whether weight decay means biases and norms too, as in PyTorch's default
 *     and the papers of the time
 */
public record Sgd(
    @Default("0.9") double momentum,
    @Default("false") boolean nesterov,
    @Default("0") double weightDecay,
    @Default("true") boolean decayNormAndBias)
    implements Optimizer {
  public Sgd {
    Check.within("momentum", 0, 1, momentum);
    Check.atLeast("weightDecay", 0, weightDecay);
    Check.that(momentum > 0 || !nesterov, "nesterov", "needs a momentum above 0");
  }

  @Override
  public Updater start(Weights weights, double[] rates) {
    NDArray w = weights.flat();
    NDArray velocity = momentum > 0 ? w.zerosLike() : null;
    NDArray keep = Numbers.scalar(weights.manager(), momentum);
    NDArray decay = Numbers.decay(weights, weightDecay, decayNormAndBias);
    NDArray scheduled = Numbers.column(weights.manager(), rates);
    Move move =
        (step, gradient) -> {
          if (decay != null) {
            Numbers.addProduct(gradient, decay, w);
          }
          if (velocity != null) {
            velocity.muli(keep).addi(gradient);
          }
          if (nesterov) {
            Numbers.addProduct(gradient, velocity, keep);
          }
          NDArray direction = velocity == null || nesterov ? gradient : velocity;
          try (NDArray rate = scheduled.get(step);
              NDArray way = direction.mul(rate)) {
            w.subi(way);
          }
        };
    return new Updater(velocity == null ? List.of() : List.of(velocity), move);
  }
}
