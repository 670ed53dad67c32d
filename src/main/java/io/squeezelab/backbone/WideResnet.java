package io.squeezelab.backbone;

import io.squeezelab.attention.Attention;
import io.squeezelab.cost.Dims;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;

/**
 * The wide residual networks for small images, WRN-d-k: pre-activation blocks of two 3x3
 * convolutions, k times as wide as in {@link Preresnet}, with dropout between the two. Depth is 6n
 * + 4: it counts the 1x1 convolutions where the shape changes too. Parameters are named as in
 * {@link Preresnet}.
 *
 * @param widen k
 * @param width channels of the stem; the stages have k, 2k and 4k times as many
 * @param dropout share of the numbers between the two convolutions that training sets to 0; 0.3 in
 *     the paper's CIFAR runs with dropout
 */
@From(value = "Wide Residual Networks, table 1", link = "https://arxiv.org/abs/1605.07146")
public record WideResnet(
    @Default("16") int depth,
    @Default("8") int widen,
    @Default("16") int width,
    @Default("0") double dropout)
    implements Backbone {
  /** Layers of a depth besides those of the blocks: first convolution and three projections. */
  private static final int BESIDES = 4;

  public WideResnet {
    Block.BASIC.check(depth, BESIDES);
    Check.atLeast("widen", 1, widen);
    Check.atMost("widen", 1_024, widen);
    Check.atLeast("width", 1, width);
    Check.atMost("width", 65_536, width);
    Check.within("dropout", 0, 1, dropout);
  }

  @Override
  public Task task() {
    return Task.CIFAR10;
  }

  @Override
  public Network network(Dims input, int classes, Attention attention, Placement placement) {
    int count = Block.BASIC.count(depth, BESIDES);
    return new Preactivated(Block.BASIC, width, widen * width, count, dropout)
        .network(input, classes, attention, placement);
  }
}
