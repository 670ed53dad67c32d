package io.squeezelab.backbone;

import io.squeezelab.attention.Attention;
import io.squeezelab.attention.None;
import io.squeezelab.cost.Dims;
import io.squeezelab.layer.Activation;
import io.squeezelab.layer.Dropout;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;
import java.util.ArrayList;
import java.util.List;

/**
 * MobileNet: a 3x3 convolution and 13 blocks of a depthwise and a 1x1 convolution, each with its
 * norm and activation, in five stages; global average pool, linear layer. Parameters have timm's
 * names: {@code conv_stem}, {@code bn1}, {@code blocks.0.0.conv_dw}, {@code blocks.0.0.bn1}, {@code
 * blocks.0.0.conv_pw}, {@code blocks.0.0.bn2}, …, {@code classifier}.
 *
 * @param width multiplier α of all channels, which become multiples of 8
 * @param stem small: the first convolution has stride 1
 * @param activation timm's weights want relu6
 * @param dropout before the linear layer
 */
@From(value = "MobileNets, table 1", link = "https://arxiv.org/abs/1704.04861")
public record Mobilenetv1(
    @Default("1") double width,
    @Default("auto") Stem stem,
    @Default("relu") Activation activation,
    @Default("0") double dropout)
    implements Backbone {
  private static final int STEM = 32;
  private static final double EPS = 1e-5;

  /** Blocks of one number of channels; from the second stage on, the first has stride 2. */
  private record Row(int blocks, int channels) {}

  private static final List<Row> TABLE =
      List.of(new Row(1, 64), new Row(2, 128), new Row(2, 256), new Row(6, 512), new Row(2, 1024));

  public Mobilenetv1 {
    Multiplier.of("width", width);
    Dropout.of(dropout);
  }

  @Override
  public Network network(Dims input, int classes, Attention attention, Placement placement) {
    Multiplier times = new Multiplier(width);
    List<List<Mbconv>> stages = new ArrayList<>();
    int in = times.of(STEM);
    for (Row row : TABLE) {
      List<Mbconv> blocks = new ArrayList<>();
      for (int i = 0; i < row.blocks(); i++) {
        int out = times.of(row.channels());
        int stride = i == 0 && !stages.isEmpty() ? 2 : 1;
        blocks.add(new Mbconv(3, in, out, stride, true, activation));
        in = out;
      }
      stages.add(blocks);
    }
    MobileUnits units = new MobileUnits(MobileUnits.Style.PLAIN, EPS);
    return new MobileTrunk(
            times.of(STEM), stem, activation, stages, units, MobileHead.POOLED, dropout)
        .network(input, classes, attention, new None(), placement);
  }
}
