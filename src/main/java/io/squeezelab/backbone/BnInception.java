package io.squeezelab.backbone;

import io.squeezelab.attention.Attention;
import io.squeezelab.cost.Dims;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;
import java.util.Map;

/**
 * BN-Inception, ten modules in three stages (3a-3c, 4a-4e, 5a-5b): the network of the
 * batch-normalisation paper as its Caffe version has it, on which SE-BN-Inception is built, with a
 * module of attention after each of the ten. Parameters have the names of its port to PyTorch:
 * {@code conv1_7x7_s2}, {@code conv1_7x7_s2_bn}, {@code inception_3a_3x3_reduce}, …, {@code
 * last_linear}; attention's {@code inception_3a.attention}.
 *
 * <p>The map is halved by a convolution and by a pool side by side, which agree where its sides are
 * even: images of 224, 256 or 32 pixels pass, some odd ones do not and are refused.
 *
 * @param stem small: one 3x3 convolution of 192 channels and no pool before the modules
 * @param published 96 channels behind the pools of 4c and 4d, as in the paper's figure 5; the Caffe
 *     network has 128
 * @param bias in the convolutions before the norms, as the PyTorch port has them; the network of
 *     the SE paper has none
 * @param width share of the published channels
 * @param dropout before the linear layer
 */
@From(value = "Batch Normalization, figure 5", link = "https://arxiv.org/abs/1502.03167")
public record BnInception(
    @Default("auto") Stem stem,
    @Default("false") boolean published,
    @Default("false") boolean bias,
    @Default("1") double width,
    @Default("0") double dropout)
    implements Backbone {
  public BnInception {
    Modules.check(width, dropout);
  }

  @Override
  public Network network(Dims input, int classes, Attention attention, Placement placement) {
    Table table = Table.of("bn-inception", Map.of("late", published ? 96 : 128));
    ConvNorm convs = new ConvNorm("", "_bn", bias, 1e-5, width);
    return new Modules(table, convs, "_", stem, "last_linear", dropout)
        .network(input, classes, attention, placement);
  }
}
