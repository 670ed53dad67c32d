package io.squeezelab.attention.gate;

import ai.djl.ndarray.NDArray;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Maths;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;
import io.squeezelab.spec.Problem;

/**
 * eˣ / Σ eˣ: weights that compete and sum to 1. In a fusion the inputs compete, whatever the axis.
 *
 * @param axis what competes inside one map; must be longer than 1 there, or every weight would be 1
 */
@From(value = "Selective Kernel Networks, equation 5", link = "https://arxiv.org/abs/1903.06586")
public record Softmax(@Default("channels") Axis axis) implements Gate {
  /** What the weights sum to 1 over. */
  public enum Axis {
    /** The channels, at each position. */
    CHANNELS,
    /** The kept positions, in each channel. */
    POSITIONS
  }

  @Override
  public void fits(Dims logits) {
    long length = axis == Axis.CHANNELS ? logits.channels() : logits.pixels();
    if (length == 1) {
      String over = axis.toString().toLowerCase(java.util.Locale.ROOT);
      throw new Problem(
          "", "softmax over " + over + " has one logit there: every weight would be 1");
    }
  }

  @Override
  public NDArray of(Pass pass, NDArray logits) { // (N, C', H', W')
    if (axis == Axis.CHANNELS) {
      return Maths.softmax(logits, 1);
    }
    long[] s = logits.getShape().getShape();
    try (NDArray rows = Ops.reshape(logits, s[0], s[1], s[2] * s[3]);
        NDArray weights = Maths.softmax(rows, 2)) {
      return Ops.reshape(weights, s);
    }
  }

  @Override
  public boolean competes() {
    return true;
  }

  @Override
  public NDArray across(Pass pass, NDArray logits) {
    return Maths.softmax(logits, 1);
  }
}
