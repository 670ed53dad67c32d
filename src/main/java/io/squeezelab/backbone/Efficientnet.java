package io.squeezelab.backbone;

import io.squeezelab.attention.Attention;
import io.squeezelab.attention.None;
import io.squeezelab.cost.Dims;
import io.squeezelab.layer.Dropout;
import io.squeezelab.layer.Silu;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * EfficientNet: seven stages of inverted residual blocks with SiLU and squeeze-and-excitation after
 * the depthwise convolution of each; B1 to B7 are B0 with more channels, blocks and pixels.
 * Parameters have timm's names, as those of {@link Mobilenetv2}. Without stochastic depth.
 *
 * @param width multiplier of all channels, which then become multiples of 8
 * @param depth multiplier of the blocks of each stage, rounded up
 * @param own the attention that it is published with
 * @param stem small: the first convolution has stride 1
 * @param eps of all norms; 1e-3 for weights from TensorFlow
 * @param dropout before the linear layer
 */
@From(value = "EfficientNet, table 1", link = "https://arxiv.org/abs/1905.11946")
public record Efficientnet(
    @Default("1") double width,
    @Default("1") double depth,
    @Default("efficientnet-se") Attention own,
    @Default("auto") Stem stem,
    @Default("1e-5") double eps,
    @Default("0.2") double dropout)
    implements Backbone {
  private static final int STEM = 32;
  private static final int HEAD = 1280;
  private static final List<MobileRow> TABLE =
      MobileRow.table(
          "[1,16,1,1] [6,24,2,2] [6,40,2,2,5] [6,80,3,2] [6,112,3,1,5] [6,192,4,2,5] [6,320,1,1]");

  /** The sides of images, by the multipliers of width and depth; 224 for B0. */
  private static final Map<List<Double>, Integer> PIXELS =
      Map.of(
          List.of(1.0, 1.1), 240,
          List.of(1.1, 1.2), 260,
          List.of(1.2, 1.4), 300,
          List.of(1.4, 1.8), 380,
          List.of(1.6, 2.2), 456,
          List.of(1.8, 2.6), 528,
          List.of(2.0, 3.1), 600);

  public Efficientnet {
    Multiplier.of("width", width);
    Check.above("depth", 0, depth);
    Check.atMost("depth", 1000, depth);
    Check.above("eps", 0, eps);
    Dropout.of(dropout);
  }

  @Override
  public Backbone bare() {
    return new Efficientnet(width, depth, new None(), stem, eps, dropout);
  }

  /** Images of the size that goes with these multipliers; of B0's with others. */
  @Override
  public Task task() {
    return Task.imagenet(PIXELS.getOrDefault(List.of(width, depth), 224));
  }

  @Override
  public Network network(Dims input, int classes, Attention attention, Placement placement) {
    Multiplier times = new Multiplier(width);
    List<List<Mbconv>> stages = new ArrayList<>();
    int in = times.of(STEM);
    for (MobileRow row : TABLE) {
      int out = times.of(row.c());
      int blocks = (int) Math.ceil(row.n() * depth);
      stages.add(row.blocks(in, out, blocks, true, new Silu()));
      in = out;
    }
    MobileUnits units = new MobileUnits(MobileUnits.Style.INSIDE, eps);
    MobileHead top = MobileHead.widened(times.of(HEAD), new Silu());
    return new MobileTrunk(times.of(STEM), stem, new Silu(), stages, units, top, dropout)
        .network(input, classes, attention, own, placement);
  }
}
