package io.squeezelab.backbone;

import io.squeezelab.attention.Attention;
import io.squeezelab.cost.Dims;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;
import java.util.Map;

/**
 * Inception-v4, sixteen modules in three stages (4 on the large map; one that halves it, and 7; one
 * that halves it, and 3), for images of 299 pixels. Parameters have timm's names: {@code
 * features.0.conv}, {@code features.6.branch1.0.conv}, …, {@code last_linear}.
 *
 * @param stem small: one 3x3 convolution of 384 channels and no pool before the modules; the
 *     modules stay as they are
 * @param width share of the published channels
 * @param dropout before the linear layer; the paper keeps 0.8
 */
@From(value = "Inception-v4, figure 9", link = "https://arxiv.org/abs/1602.07261")
public record InceptionV4(
    @Default("auto") Stem stem, @Default("1") double width, @Default("0.2") double dropout)
    implements Backbone {
  public InceptionV4 {
    Modules.check(width, dropout);
  }

  @Override
  public Task task() {
    return Task.imagenet(299);
  }

  @Override
  public Network network(Dims input, int classes, Attention attention, Placement placement) {
    Table table = Table.of("inception-v4", Map.of());
    return new Modules(table, ConvNorm.of(width), ".", stem, "last_linear", dropout)
        .network(input, classes, attention, placement);
  }
}
