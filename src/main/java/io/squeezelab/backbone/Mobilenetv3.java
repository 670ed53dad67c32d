package io.squeezelab.backbone;

import io.squeezelab.attention.Attention;
import io.squeezelab.attention.None;
import io.squeezelab.cost.Dims;
import io.squeezelab.layer.Dropout;
import io.squeezelab.layer.HardSwish;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;
import java.util.ArrayList;
import java.util.List;

/**
 * MobileNetV3: inverted residual blocks with ReLU or hard-swish, squeeze-and-excitation after the
 * depthwise convolution of some, and a last 1x1 convolution behind the pool. Stages are what is
 * between two changes of the number of channels, but for the two of 112 in the large one, which are
 * of their own. Parameters have timm's names: {@code conv_stem}, {@code bn1}, {@code
 * blocks.0.0.conv_dw}, {@code blocks.1.0.conv_pw}, …, {@code conv_head}, {@code classifier}.
 *
 * @param size large or small, tables 1 and 2 of the paper
 * @param width multiplier of all channels, which then become multiples of 8
 * @param own the attention that it is published with
 * @param everyBlock attention in every block and not only where the paper's tables have it
 * @param stem small: the first convolution has stride 1
 * @param eps of all norms; 1e-3 for the weights of torchvision and TensorFlow, 1e-5 for timm's own
 * @param dropout before the linear layer
 */
@From(value = "MobileNetV3, tables 1 and 2", link = "https://arxiv.org/abs/1905.02244")
public record Mobilenetv3(
    @Default("large") Mobilenetv3Size size,
    @Default("1") double width,
    @Default("mobilenetv3-se") Attention own,
    @Default("false") boolean everyBlock,
    @Default("auto") Stem stem,
    @Default("1e-3") double eps,
    @Default("0.2") double dropout)
    implements Backbone {
  private static final int STEM = 16;

  public Mobilenetv3 {
    Multiplier.of("width", width);
    Check.above("eps", 0, eps);
    Dropout.of(dropout);
  }

  @Override
  public Backbone bare() {
    return new Mobilenetv3(size, width, new None(), everyBlock, stem, eps, dropout);
  }

  @Override
  public Network network(Dims input, int classes, Attention attention, Placement placement) {
    Multiplier times = new Multiplier(width);
    List<List<Mbconv>> stages = new ArrayList<>();
    for (List<Mbconv> rows : size.stages()) {
      stages.add(rows.stream().map(row -> scaled(row, times)).toList());
    }
    MobileUnits units = new MobileUnits(MobileUnits.Style.INSIDE, eps);
    MobileHead top =
        MobileHead.twice(
            stages.size(), times.of(size.before()), times.of(size.after()), new HardSwish());
    return new MobileTrunk(times.of(STEM), stem, new HardSwish(), stages, units, top, dropout)
        .network(input, classes, attention, own, placement);
  }

  private Mbconv scaled(Mbconv row, Multiplier times) {
    boolean attends = everyBlock || row.attends();
    int wide = times.of(row.expanded());
    int out = times.of(row.out());
    return new Mbconv(row.kernel(), wide, out, row.stride(), attends, row.activation());
  }
}
