package io.squeezelab.backbone;

import io.squeezelab.attention.Attention;
import io.squeezelab.cost.Dims;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;

/**
 * The pre-activation residual networks for small images: as {@link ResnetCifar}, with norm and ReLU
 * before each convolution in place of after it. Depth is 6n + 2, of bottlenecks 9n + 2. Where the
 * shape changes, a 1x1 convolution without norm takes the pre-activated input. Parameters are named
 * {@code conv1}, {@code layer1.0.bn1}, {@code layer1.0.conv1}, {@code layer2.0.shortcut}, …, {@code
 * bn}, {@code linear}.
 *
 * @param width of the first stage's blocks, and of the stem
 */
@From(
    value = "Identity Mappings in Deep Residual Networks, table 3",
    link = "https://arxiv.org/abs/1603.05027")
public record Preresnet(
    @Default("20") int depth, @Default("16") int width, @Default("basic") Block block)
    implements Backbone {
  /** Layers of a depth that are in no block: the first convolution and the last linear layer. */
  private static final int BESIDES = 2;

  public Preresnet {
    block.check(depth, BESIDES);
    Check.atLeast("width", 1, width);
    Check.atMost("width", 65_536, width);
  }

  @Override
  public Task task() {
    return Task.CIFAR10;
  }

  @Override
  public Network network(Dims input, int classes, Attention attention, Placement placement) {
    return new Preactivated(block, width, width, block.count(depth, BESIDES), 0)
        .network(input, classes, attention, placement);
  }
}
