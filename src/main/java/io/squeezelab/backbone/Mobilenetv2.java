package io.squeezelab.backbone;

import io.squeezelab.attention.Attention;
import io.squeezelab.attention.None;
import io.squeezelab.cost.Dims;
import io.squeezelab.layer.Dropout;
import io.squeezelab.layer.Relu6;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;
import java.util.ArrayList;
import java.util.List;

/**
 * MobileNetV2: inverted residual blocks, which widen by a 1x1 convolution, look around by a
 * depthwise 3x3 and narrow by a 1x1 without activation; every row of the table is a stage.
 * Parameters have timm's names: {@code conv_stem}, {@code bn1}, {@code blocks.0.0.conv_dw}, {@code
 * blocks.1.0.conv_pw}, …, {@code conv_head}, {@code bn2}, {@code classifier}.
 *
 * @param width multiplier of all channels, which then become multiples of 8; the head does not
 *     shrink below its own
 * @param rows of the table: expansion t, channels c, blocks n, stride s of the first
 * @param stemWidth channels of the first convolution
 * @param head channels of the last
 * @param stem small: the first convolution has stride 1
 * @param dropout before the linear layer
 */
@From(value = "MobileNetV2, table 2", link = "https://arxiv.org/abs/1801.04381")
public record Mobilenetv2(
    @Default("1") double width,
    @Default(
            "[[1,16,1,1], [6,24,2,2], [6,32,3,2], [6,64,4,2], [6,96,3,1], [6,160,3,2], [6,320,1,1]]")
        List<MobileRow> rows,
    @Default("32") int stemWidth,
    @Default("1280") int head,
    @Default("auto") Stem stem,
    @Default("0.2") double dropout)
    implements Backbone {
  private static final int MOST = 65_537;
  private static final double EPS = 1e-5;

  public Mobilenetv2 {
    Multiplier.of("width", width);
    rows = List.copyOf(rows);
    Check.that(!rows.isEmpty(), "rows", "must be one or more");
    Check.within("stemWidth", 1, MOST, stemWidth);
    Check.within("head", 1, MOST, head);
    Dropout.of(dropout);
  }

  @Override
  public Network network(Dims input, int classes, Attention attention, Placement placement) {
    Multiplier times = new Multiplier(width);
    List<List<Mbconv>> stages = new ArrayList<>();
    int in = times.of(stemWidth);
    for (MobileRow row : rows) {
      int out = times.of(row.c());
      stages.add(row.blocks(in, out, row.n(), true, new Relu6()));
      in = out;
    }
    MobileUnits units = new MobileUnits(MobileUnits.Style.LINEAR, EPS);
    MobileHead top = MobileHead.widened(times.atLeast(head), new Relu6());
    return new MobileTrunk(times.of(stemWidth), stem, new Relu6(), stages, units, top, dropout)
        .network(input, classes, attention, new None(), placement);
  }
}
