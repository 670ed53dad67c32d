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
import io.squeezelab.layer.Pool;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * VoVNetV2: four stages of one-shot aggregation modules, a max pool before each but the first. Its
 * own attention, eSE, stands in the last module of each stage. Parameters have timm's names: {@code
 * stem.0.conv}, {@code stages.0.blocks.0.conv_mid.0.conv}, {@code
 * stages.0.blocks.0.conv_concat.conv}, …, {@code head.fc}.
 *
 * @param depth 19 (modules of three 3x3 convolutions), 39, 57 or 99 (of five)
 * @param width of the first stage's 3x3 convolutions, a multiple of 4; the others have 5/4, 6/4 and
 *     7/4 of it, and the modules give 2, 4, 6 and 8 times as many channels
 * @param depthwise each 3x3 convolution but the first is a depthwise one and a 1x1
 * @param residual whether a stage's modules but the first add their input; VoVNetV1 has it not
 * @param stem large: the first and third 3x3 convolution of three have stride 2; small: none
 * @param own where the experiment has no attention; sits as published, whatever the placement says
 */
@From(value = "CenterMask, section 3.3", link = "https://arxiv.org/abs/1911.06667")
public record Vovnet(
    @Default("39") int depth,
    @Default("128") int width,
    @Default("false") boolean depthwise,
    @Default("true") boolean residual,
    @Default("auto") Stem stem,
    @Default("ese") Attention own)
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
    Check.within("width", 4, 65_537, width);
    Check.that(width % 4 == 0, "width", "must be a multiple of 4, is " + width);
  }

  @Override
  public Backbone bare() {
    return new Vovnet(depth, width, depthwise, residual, stem, new None());
  }

  @Override
  public Network network(Dims input, int classes, Attention attention, Placement placement) {
    placement.withoutBottlenecks();
    Parameters parameters = new Parameters();
    Scope root = parameters.scope();
    List<Integer> counts = MODULES.get(depth);
    Placing placing =
        attention instanceof None
            ? Placing.of(root, own, Placement.STANDARD.blocks(Blocks.LAST), counts.size())
            : Placing.of(root, attention, placement, counts.size());
    VovnetModules modules = new VovnetModules(depthwise, residual, depth == SHALLOW ? 3 : 5);
    List<Layer> layers = new ArrayList<>();
    layers.add(modules.stem(root.in("stem"), input.channels(), width, stem.small(input)));
    Dims map = layers.get(0).trace(input, new Sheet());
    for (int stage = 1; stage <= counts.size(); stage++) {
      Scope scope = root.in("stages").in(stage - 1);
      List<Layer> built = new ArrayList<>();
      if (stage > 1) {
        built.add(Pool.max(scope.in("pool").path(), 3, 2, 0).ceiled());
        map = built.get(0).trace(map, new Sheet());
      }
      int count = counts.get(stage - 1);
      VovnetModules.Size size =
          new VovnetModules.Size(map, width / 4 * (3 + stage), 2 * stage * width);
      built.addAll(modules.stage(scope, size, count, placing.stage(stage, scope, count)));
      layers.add(Stage.of(stage, built));
      map = map.channels(size.out());
    }
    layers.add(Classifier.of(root.in("head").in("fc"), map.channels(), classes));
    return new Network(parameters, new Chain(layers), input, classes);
  }
}
