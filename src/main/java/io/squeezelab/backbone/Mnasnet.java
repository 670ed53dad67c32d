package io.squeezelab.backbone;

import io.squeezelab.attention.Attention;
import io.squeezelab.attention.None;
import io.squeezelab.cost.Dims;
import io.squeezelab.layer.Dropout;
import io.squeezelab.layer.Relu;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;
import java.util.ArrayList;
import java.util.List;

/**
 * MnasNet: inverted residual blocks found by search, seven stages; A1 with squeeze-and-excitation
 * after the depthwise convolution in three of them, B1 found without. Parameters have timm's names,
 * as those of {@link Mobilenetv2}.
 *
 * @param search a1 (figure 7 of the paper) or b1
 * @param width multiplier of all channels, which then become multiples of 8; the head keeps its own
 * @param own the attention that A1 is published with; B1 has none
 * @param everyBlock in A1, attention in every block and not only where it was found; B1 always
 * @param stem small: the first convolution has stride 1
 * @param dropout before the linear layer
 */
@From(value = "MnasNet, figure 7", link = "https://arxiv.org/abs/1807.11626")
public record Mnasnet(
    @Default("a1") Search search,
    @Default("1") double width,
    @Default("mnasnet-se") Attention own,
    @Default("false") boolean everyBlock,
    @Default("auto") Stem stem,
    @Default("0.2") double dropout)
    implements Backbone {
  private static final int STEM = 32;
  private static final int HEAD = 1280;
  private static final double EPS = 1e-5;

  /** What was searched: with modules or without. */
  public enum Search {
    A1("[1,16,1,1] [6,24,2,2] [3,40,3,2,5] [6,80,4,2] [6,112,2,1] [6,160,3,2,5] [6,320,1,1]"),
    B1("[1,16,1,1] [3,24,3,2] [3,40,3,2,5] [6,80,3,2,5] [6,96,2,1] [6,192,4,2,5] [6,320,1,1]");

    private final List<MobileRow> rows;

    Search(String table) {
      rows = MobileRow.table(table);
    }

    /** Whether a stage, from 1, has attention. */
    private boolean attends(int stage) {
      return this == B1 || stage == 3 || stage == 5 || stage == 6;
    }
  }

  public Mnasnet {
    Multiplier.of("width", width);
    Dropout.of(dropout);
  }

  @Override
  public Backbone bare() {
    return new Mnasnet(search, width, new None(), everyBlock, stem, dropout);
  }

  @Override
  public Network network(Dims input, int classes, Attention attention, Placement placement) {
    Multiplier times = new Multiplier(width);
    List<List<Mbconv>> stages = new ArrayList<>();
    int in = times.of(STEM);
    for (MobileRow row : search.rows) {
      int out = times.of(row.c());
      boolean attends = everyBlock || search.attends(stages.size() + 1);
      stages.add(row.blocks(in, out, row.n(), attends, new Relu()));
      in = out;
    }
    MobileUnits units = new MobileUnits(MobileUnits.Style.INSIDE, EPS);
    MobileHead top = MobileHead.widened(HEAD, new Relu());
    Attention published = search == Search.A1 ? own : new None();
    return new MobileTrunk(times.of(STEM), stem, new Relu(), stages, units, top, dropout)
        .network(input, classes, attention, published, placement);
  }
}
