package io.squeezelab.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.squeezelab.engine.Weights;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Adam with decoupled weight decay as PyTorch has it: with n the step counted from 1, {@code w -=
 * rate·decay·w; m = beta1·m + (1 - beta1)·g; v = beta2·v + (1 - beta2)·g²; w -= rate / (1 -
 * beta1ⁿ)·m / (sqrt(v) / sqrt(1 - beta2ⁿ) + eps)}.
 *
 * @param decayNormAndBias whether weight decay means biases and norms too, as in PyTorch's default
 */
@From(value = "Decoupled Weight Decay, algorithm 2", link = "https://arxiv.org/abs/1711.05101")
public record Adamw(
    @Default("0.9") double beta1,
    @Default("0.999") double beta2,
    @Default("1e-8") double eps,
    @Default("0.01") double weightDecay,
    @Default("true") boolean decayNormAndBias)
    implements Optimizer {
  public Adamw {
    Check.within("beta1", 0, 1, beta1);
    Check.within("beta2", 0, 1, beta2);
    Check.above("eps", 0, eps);
    Check.atLeast("weightDecay", 0, weightDecay);
  }

  @Override
  public Updater start(Weights weights, double[] rates) {
    NDManager manager = weights.manager();
    NDArray w = weights.flat();
    NDArray m = w.zerosLike();
    NDArray v = w.zerosLike();
    NDArray keepM = Numbers.scalar(manager, beta1);
    NDArray newM = Numbers.scalar(manager, 1 - beta1);
    NDArray keepV = Numbers.scalar(manager, beta2);
    NDArray newV = Numbers.scalar(manager, 1 - beta2);
    NDArray floor = Numbers.scalar(manager, eps);
    NDArray decay = Numbers.decay(weights, weightDecay, decayNormAndBias);
    NDArray scheduled = Numbers.column(manager, rates);
    NDArray sizes = each(manager, rates, t -> rates[t] / (1 - Math.pow(beta1, t + 1)));
    NDArray roots = each(manager, rates, t -> 1 / Math.sqrt(1 - Math.pow(beta2, t + 1)));
    Move move =
        (step, gradient) -> {
          if (decay != null) {
            shrink(w, decay, scheduled, step);
          }
          Numbers.addProduct(m.muli(keepM), gradient, newM);
          try (NDArray square = gradient.square()) {
            Numbers.addProduct(v.muli(keepV), square, newV);
          }
          try (NDArray root = roots.get(step);
              NDArray size = sizes.get(step);
              NDArray spread = v.sqrt();
              NDArray way = m.mul(size)) {
            w.subi(way.divi(spread.muli(root).addi(floor)));
          }
        };
    return new Updater(List.of(m, v), move);
  }

  private static void shrink(NDArray w, NDArray decay, NDArray scheduled, int step) {
    try (NDArray rate = scheduled.get(step);
        NDArray pull = decay.mul(rate)) {
      w.subi(pull.muli(w));
    }
  }

  private static NDArray each(NDManager manager, double[] rates, IntToDoubleFunction value) {
    return Numbers.column(manager, IntStream.range(0, rates.length).mapToDouble(value).toArray());
  }
}
