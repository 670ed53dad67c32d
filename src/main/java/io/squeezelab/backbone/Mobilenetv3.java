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
 * @param width multiplier of all channels, which then become multiples of 8; a block widens what
 *     comes in as many times as in the paper's table, the last 1x1 convolution keeps its channels,
 *     and so does the first where the width is below 0.75
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

  /** Below this the first convolution is as wide as at 1. */
  private static final double NARROW = 0.75;

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
    int first = width < NARROW ? STEM : times.of(STEM);
    MobileUnits units = new MobileUnits(MobileUnits.Style.INSIDE, eps);
    List<List<Mbconv>> stages = stages(first, times);
    MobileHead top =
        MobileHead.twice(stages.size(), times.of(size.before()), size.after(), new HardSwish());
    return new MobileTrunk(first, stem, new HardSwish(), stages, units, top, dropout)
        .network(input, classes, attention, own, placement);
  }

  /** The table's blocks, each of which widens its input as many times as there. */
  private List<List<Mbconv>> stages(int first, Multiplier times) {
    List<List<Mbconv>> stages = new ArrayList<>();
    int published = STEM;
    int in = first;
    for (List<Mbconv> rows : size.stages()) {
      List<Mbconv> stage = new ArrayList<>();
      for (Mbconv row : rows) {
        int wide = Multiplier.nearest((double) row.expanded() * in / published);
        boolean attends = everyBlock || row.attends();
        in = times.of(row.out());
        published = row.out();
        stage.add(new Mbconv(row.kernel(), wide, in, row.stride(), attends, row.activation()));
      }
      stages.add(stage);
    }
    return stages;
  }
}
