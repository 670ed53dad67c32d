package io.squeezelab.backbone;

import io.squeezelab.attention.Attention;
import io.squeezelab.cost.Dims;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;
import java.util.List;
import java.util.Map;

/**
 * Inception-ResNet-v2, three stages of modules on residual branches, for images of 299 pixels: the
 * network released with TensorFlow, whose stem and numbers of modules and channels are not those of
 * the paper's figures. Parameters have timm's names: {@code conv2d_1a.conv}, {@code
 * repeat.0.branch1.0.conv}, {@code repeat.0.conv2d}, …, {@code classif}.
 *
 * <p>Attention's units are the residual modules; the three that are not, {@code mixed_5b}, {@code
 * mixed_6a} and {@code mixed_7a}, have none. In the standard position it sits behind {@code
 * conv2d}, before the branch is scaled by 0.17, 0.1 or 0.2 and added.
 *
 * @param modules on residual branches of each stage; the last of all has neither scale nor ReLU
 * @param stem small: one 3x3 convolution of 192 channels and no pool before the modules; the
 *     modules stay as they are
 * @param width share of the published channels
 * @param dropout before the linear layer; the paper keeps 0.8
 */
@From(
    value = "Inception-v4, Inception-ResNet, section 3.2",
    link = "https://arxiv.org/abs/1602.07261")
public record InceptionResnetV2(
    @Default("[10, 20, 10]") List<Integer> modules,
    @Default("auto") Stem stem,
    @Default("1") double width,
    @Default("0.2") double dropout)
    implements Backbone {
  public InceptionResnetV2 {
    modules = List.copyOf(modules);
    boolean three = modules.size() == 3 && modules.stream().allMatch(n -> n >= 2 && n <= 1000);
    Check.that(three, "modules", "must be three numbers from 2 to 1000, is " + modules);
    Modules.check(width, dropout);
  }

  @Override
  public Task task() {
    return Task.imagenet(299);
  }

  @Override
  public Network network(Dims input, int classes, Attention attention, Placement placement) {
    Map<String, Integer> last =
        Map.of("a", modules.get(0) - 1, "b", modules.get(1) - 1, "c", modules.get(2) - 2);
    Table table = Table.of("inception-resnet-v2", last);
    return new Modules(table, ConvNorm.of(width), ".", stem, "classif", dropout)
        .network(input, classes, attention, placement);
  }
}
