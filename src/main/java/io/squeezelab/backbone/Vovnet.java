package io.squeezelab.backbone;

import io.squeezelab.attention.Attention;
import io.squeezelab.attention.None;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Parameters;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Chain;
import io.squeezelab.layer.Classifier;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * VoVNetV2: four stages of one-shot aggregation modules, a max pool before each stage but the
 * first. Attention stands in the last module of each stage, as in the released code. Parameters
 * have timm's names: {@code stem.0.conv}, {@code stages.0.blocks.0.conv_mid.0.conv}, {@code
 * stages.0.blocks.0.conv_concat.conv}, …, {@code head.fc}.
 *
 * @param depth 19 (modules of three 3x3 convolutions), 39, 57 or 99 (of five)
 * @param width of the first stage's 3x3 convolutions, a multiple of 4; the others have 5/4, 6/4 and
 *     7/4 of it, and the modules give 2, 4, 6 and 8 times as many channels
 * @param depthwise each 3x3 convolution but the first is a depthwise one and a 1x1
 * @param residual whether a stage's modules but the first add their input; VoVNetV1 has it not
 * @param own the attention that it is published with
 * @param everyBlock attention in every module and not only in the last of each stage
 * @param stem large: the first and third 3x3 convolution of three have stride 2; small: none
 */
@From(value = "CenterMask, section 3.3", link = "https://arxiv.org/abs/1911.06667")
public record Vovnet(
    @Default("39") int depth,
    @Default("128") int width,
    @Default("false") boolean depthwise,
    @Default("true") boolean residual,
    @Default("ese") Attention own,
    @Default("false") boolean everyBlock,
    @Default("auto") Stem stem)
    implements Backbone {
  private static final Map<Integer, List<Integer>> MODULES =
      new TreeMap<>(
          Map.of(
              19, List.of(1, 1, 1, 1),
              39, List.of(1, 1, 2, 2),
              57, List.of(1, 1, 4, 3),
              99, List.of(1, 3, 9, 3)));

  private static final int SHALLOW = 19;

  public Vovnet {
    boolean known = MODULES.containsKey(depth);
    Check.that(known, "depth", "must be one of " + MODULES.keySet() + ", is " + depth);
    Check.atMost("width", 65_536, width);
    Check.that(width > 0 && width % 4 == 0, "width", "must be a multiple of 4, is " + width);
  }

  @Override
  public Backbone bare() {
    return new Vovnet(depth, width, depthwise, residual, new None(), everyBlock, stem);
  }

  @Override
  public Network network(Dims input, int classes, Attention attention, Placement placement) {
    placement.withoutBottlenecks();
    Parameters parameters = new Parameters();
    Scope root = parameters.scope();
    List<List<VovnetModules.Row>> stages = stages();
    Placing placing = Placing.of(root, attention, own, placement, stages.size());
    VovnetModules modules = new VovnetModules(depthwise, depth == SHALLOW ? 3 : 5);
    List<Layer> layers = new ArrayList<>();
    layers.add(modules.stem(root.in("stem"), input.channels(), width, stem.small(input)));
    Plan<VovnetModules.Row> plan =
        Plan.of(modules, layers.get(0).trace(input, new Sheet()), stages);
    layers.addAll(plan.layers(placing, stage -> root.in("stages").in(stage - 1).in("blocks")));
    layers.add(Classifier.of(root.in("head").in("fc"), plan.out().channels(), classes));
    return new Network(parameters, new Chain(layers), input, classes);
  }

  private List<List<VovnetModules.Row>> stages() {
    List<List<VovnetModules.Row>> stages = new ArrayList<>();
    for (int count : MODULES.get(depth)) {
      int stage = stages.size() + 1;
      int middle = width / 4 * (3 + stage);
      List<VovnetModules.Row> rows = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        boolean attends = everyBlock || i == count - 1;
        boolean pools = stage > 1 && i == 0;
        rows.add(
            new VovnetModules.Row(middle, 2 * stage * width, pools, residual && i > 0, attends));
      }
      stages.add(rows);
    }
    return stages;
  }
}
