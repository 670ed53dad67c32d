package io.squeezelab.backbone;

import io.squeezelab.attention.Attention;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Parameters;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.BatchNorm;
import io.squeezelab.layer.Chain;
import io.squeezelab.layer.Classifier;
import io.squeezelab.layer.Conv;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Pool;
import io.squeezelab.layer.Relu;
import io.squeezelab.layer.Window;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The densely connected networks with bottlenecks and compression (DenseNet-BC): stages of layers,
 * each of which adds k channels to all that came before; between stages a transition of norm, ReLU,
 * 1x1 convolution to half the channels and mean pool. Four stages in depths 121, 161, 169 and 201;
 * three stages of n layers in any depth of 6n + 4, the paper's for small images. Parameters have
 * torchvision's names: {@code features.conv0}, {@code features.norm0}, {@code
 * features.denseblock1.denselayer1.norm1}, …, {@code features.transition1.conv}, {@code
 * features.norm5}, {@code classifier}; the last norm has that name after three stages too.
 *
 * @param depth layers with weights
 * @param growth k; the first convolution gives 2k channels
 * @param stem large: a 7x7 convolution, norm, ReLU and a max pool; small: a 3x3 convolution
 * @param dropout share of the k new channels' numbers that training sets to 0
 */
@From(
    value = "Densely Connected Convolutional Networks, tables 1 and 2",
    link = "https://arxiv.org/abs/1608.06993")
public record Densenet(
    @Default("121") int depth,
    @Default("32") int growth,
    @Default("auto") Stem stem,
    @Default("0") double dropout)
    implements Backbone {
  private static final Map<Integer, List<Integer>> LAYERS =
      new TreeMap<>(
          Map.of(
              121, List.of(6, 12, 24, 16),
              161, List.of(6, 12, 36, 24),
              169, List.of(6, 12, 32, 32),
              201, List.of(6, 12, 48, 32)));

  /** Layers of a depth of 6n + 4 that are in no stage's layers. */
  private static final int BESIDES = 4;

  public Densenet {
    if (!LAYERS.containsKey(depth)) {
      boolean small = depth >= 10 && (depth - BESIDES) % 6 == 0;
      String said = "must be one of " + LAYERS.keySet() + " or 6n + 4 (10, 16, 22, …), is " + depth;
      Check.that(small, "depth", said);
    }
    Check.atMost("depth", 1000, depth);
    Check.atLeast("growth", 1, growth);
    Check.atMost("growth", 4_096, growth);
    Check.within("dropout", 0, 1, dropout);
  }

  /** Layers of each stage. */
  private List<Integer> counts() {
    int each = (depth - BESIDES) / 6;
    return LAYERS.getOrDefault(depth, List.of(each, each, each));
  }

  @Override
  public Task task() {
    return stem == Stem.SMALL ? Task.CIFAR10 : Task.IMAGENET;
  }

  @Override
  public Network network(Dims input, int classes, Attention attention, Placement placement) {
    placement.withoutBottlenecks();
    Parameters parameters = new Parameters();
    Scope root = parameters.scope();
    Scope features = root.in("features");
    List<Integer> counts = counts();
    Placing placing = Placing.of(root, attention, placement, counts.size());
    DenseLayers dense = new DenseLayers(growth, dropout);
    List<Layer> layers = new ArrayList<>(first(features, input));
    Dims map = new Chain(layers).trace(input, new Sheet());
    for (int stage = 1; stage <= counts.size(); stage++) {
      Scope scope = features.in("denseblock" + stage);
      int count = counts.get(stage - 1);
      List<Layer> built = dense.stage(scope, map, count, placing.stage(stage, scope, count));
      if (stage < counts.size()) {
        built.add(transition(features.in("transition" + stage), map.channels() + count * growth));
      }
      layers.add(Stage.of(stage, built));
      map = new Chain(built).trace(map, new Sheet());
    }
    layers.add(BatchNorm.of(features.in("norm5"), map.channels()));
    layers.add(new Relu());
    layers.add(Classifier.of(root.in("classifier"), map.channels(), classes));
    return new Network(parameters, new Chain(layers), input, classes);
  }

  private List<Layer> first(Scope features, Dims image) {
    Scope conv = features.in("conv0");
    if (stem.small(image)) {
      return List.of(Conv.of(conv, image.channels(), 2 * growth, 3, 1));
    }
    return List.of(
        Conv.of(conv, image.channels(), 2 * growth, Window.square(7).stride(2)),
        BatchNorm.of(features.in("norm0"), 2 * growth),
        new Relu(),
        Pool.max(features.in("pool0").path(), 3, 2, 1));
  }

  private static Layer transition(Scope scope, int channels) {
    return Chain.of(
        BatchNorm.of(scope.in("norm"), channels),
        new Relu(),
        Conv.of(scope.in("conv"), channels, channels / 2, 1, 1),
        Pool.mean(scope.in("pool").path(), 2, 2, 0));
  }
}
