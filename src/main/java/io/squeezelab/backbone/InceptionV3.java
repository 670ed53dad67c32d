package io.squeezelab.backbone;

import io.squeezelab.attention.Attention;
import io.squeezelab.cost.Dims;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;
import java.util.Map;

/**
 * Inception-v3, eleven modules in three stages (Mixed_5b-5d, 6a-6e, 7a-7c), without auxiliary
 * classifier, for images of 299 pixels. Parameters have torchvision's names: {@code
 * Conv2d_1a_3x3.conv}, {@code Mixed_5b.branch1x1.conv}, …, {@code fc}. As in torchvision, zeros
 * around the map count in its mean pools; in TensorFlow they do not.
 *
 * @param stem small: one 3x3 convolution of 192 channels and no pool before the modules; the
 *     modules stay as they are
 * @param width share of the published channels
 * @param dropout before the linear layer; torchvision's share
 */
@From(
    value = "Rethinking the Inception Architecture, table 1",
    link = "https://arxiv.org/abs/1512.00567")
public record InceptionV3(
    @Default("auto") Stem stem, @Default("1") double width, @Default("0.5") double dropout)
    implements Backbone {
  public InceptionV3 {
    Modules.check(width, dropout);
  }

  @Override
  public Task task() {
    return Task.imagenet(299);
  }

  @Override
  public Network network(Dims input, int classes, Attention attention, Placement placement) {
    Table table = Table.of("inception-v3", Map.of());
    return new Modules(table, ConvNorm.of(width), ".", stem, "fc", dropout)
        .network(input, classes, attention, placement);
  }
}
