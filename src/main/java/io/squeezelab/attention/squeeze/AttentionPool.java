package io.squeezelab.attention.squeeze;

import io.squeezelab.attention.Keep;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Pointwise;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;

/**
 * Weighted mean of the positions, whose weights are the softmax, over these positions, of one
 * linear map of the channels: Σₚ aₚ·xₚ with a = softmax(w·x + b). (N, C, H, W) → (N, C, 1, 1), or a
 * profile of each channel whose softmax runs along the axis that goes. Parameters {@code weight}
 * (1, C), {@code bias} (1); cost: C·H·W multiply-adds; reads the map twice (for the weights, then
 * for their mean).
 *
 * @param bias the published modules have one; as a softmax does not change when the same number is
 *     added everywhere, it changes no result and gets no gradient
 */
@From(value = "GCNet, equation 5", link = "https://arxiv.org/abs/1904.11492")
public record AttentionPool(@Default("channel") Keep keep, @Default("true") boolean bias)
    implements Squeeze {
  public AttentionPool {
    Keeps.only(
        keep,
        "weighs positions against each other, so channels stay and positions go",
        Keep.CHANNEL,
        Keep.CHANNEL_HEIGHT,
        Keep.CHANNEL_WIDTH);
  }

  @Override
  public Layer block(Scope scope, Dims map) {
    Layer mask = Pointwise.of(scope, map.channels(), 1, bias);
    return Reads.of(scope, this, 2, new WeightedMean(keep, mask));
  }
}
