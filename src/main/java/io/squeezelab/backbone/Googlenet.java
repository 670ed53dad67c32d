package io.squeezelab.backbone;

import io.squeezelab.attention.Attention;
import io.squeezelab.cost.Dims;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;
import java.util.Map;

/**
 * GoogLeNet, nine modules of four branches, in three stages (3a-3b, 4a-4e, 5a-5b): as torchvision
 * has it, with batch norm and without auxiliary classifiers. Parameters have torchvision's names:
 * {@code conv1.conv}, {@code conv1.bn}, {@code inception3a.branch2.1.conv}, …, {@code fc}.
 *
 * @param stem small: one 3x3 convolution of 192 channels and no pool before the modules
 * @param published the third branch's convolutions are 5x5 and the last max pool 3x3, as in the
 *     paper's table 1; torchvision's are 3x3 and 2x2
 * @param width share of the published channels
 * @param dropout before the linear layer; the paper's share, torchvision's is 0.2
 */
@From(value = "Going Deeper with Convolutions, table 1", link = "https://arxiv.org/abs/1409.4842")
public record Googlenet(
    @Default("auto") Stem stem,
    @Default("false") boolean published,
    @Default("1") double width,
    @Default("0.4") double dropout)
    implements Backbone {
  public Googlenet {
    Modules.check(width, dropout);
  }

  @Override
  public Network network(Dims input, int classes, Attention attention, Placement placement) {
    Map<String, String> windows =
        published ? Map.of("wide", "5x5", "last", "3x3") : Map.of("wide", "3x3", "last", "2x2");
    Table table = Table.of("googlenet", windows);
    return new Modules(table, ConvNorm.of(width), ".", stem, "fc", dropout)
        .network(input, classes, attention, placement);
  }
}
