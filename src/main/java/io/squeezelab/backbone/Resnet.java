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
 * The residual networks for ImageNet: a 7x7 convolution and a max pool, four stages of basic blocks
 * (depths 18 and 34) or bottlenecks, global average pool, linear layer. Parameters have
 * torchvision's names: {@code conv1}, {@code bn1}, {@code layer1.0.conv1}, {@code
 * layer1.0.downsample.0}, …, {@code fc}.
 *
 * @param width of the first stage's blocks, and of the stem; doubled from stage to stage
 * @param groups of the 3x3 convolutions of bottlenecks; 32 in ResNeXt (arXiv 1611.05431)
 * @param groupWidth of them in the first stage for a width of 64; 64 in ResNet, 4 in ResNeXt 32x4d
 * @param caffe stride in the first 1x1 convolution of a bottleneck, as published and in the Caffe
 *     models; torchvision has it in the 3x3, for more multiply-adds and better accuracy
 * @param zeroGamma start the last norm of each residual branch at 0
 */
@From(value = "Deep Residual Learning, table 1", link = "https://arxiv.org/abs/1512.03385")
public record Resnet(
    @Default("50") int depth,
    @Default("64") int width,
    @Default("1") int groups,
    @Default("64") int groupWidth,
    @Default("auto") Stem stem,
    @Default("false") boolean caffe,
    @Default("false") boolean zeroGamma)
    implements Backbone {
  private static final Map<Integer, List<Integer>> BLOCKS =
      new TreeMap<>(
          Map.of(
              18, List.of(2, 2, 2, 2),
              26, List.of(2, 2, 2, 2),
              34, List.of(3, 4, 6, 3),
              50, List.of(3, 4, 6, 3),
              101, List.of(3, 4, 23, 3),
              152, List.of(3, 8, 36, 3)));

  public Resnet {
    Check.that(
        BLOCKS.containsKey(depth), "depth", "must be one of " + BLOCKS.keySet() + ", is " + depth);
    Check.within("width", 1, 65_537, width);
    Check.within("groups", 1, 65_537, groups);
    Check.within("groupWidth", 1, 65_537, groupWidth);
  }

  private boolean basic() {
    return depth == 18 || depth == 34;
  }

  @Override
  public Network network(Dims input, int classes, Attention attention, Placement placement) {
    if (basic()) {
      placement.withoutBottlenecks();
      Check.that(!caffe, "backbone.caffe", "is for bottlenecks; depth " + depth + " has none");
      Check.that(
          groups == 1, "backbone.groups", "is for bottlenecks; depth " + depth + " has none");
    }
    Parameters parameters = new Parameters();
    Scope root = parameters.scope();
    Placing placing = Placing.of(root, attention, placement, 4);
    ResnetUnits units = new ResnetUnits(basic(), caffe || placement.caffe(), groups, zeroGamma);
    List<Layer> layers = new ArrayList<>();
    Dims map = stem(root, input, layers);
    for (int stage = 1; stage <= 4; stage++) {
      Scope scope = root.in("layer" + stage);
      int planes = width << (stage - 1);
      int middle = basic() ? planes : planes * groupWidth / 64 * groups;
      int count = BLOCKS.get(depth).get(stage - 1);
      Placing.Units places = placing.stage(stage, scope, count);
      List<Layer> blocks = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int stride = stage > 1 && i == 0 ? 2 : 1;
        Unit unit = units.unit(map, middle, basic() ? planes : 4 * planes, stride);
        blocks.add(units.block(scope.in(i), unit, places.places(i, scope.in(i), unit)));
        map = unit.maps().get(Position.STANDARD);
      }
      layers.add(Stage.of(stage, blocks));
    }
    layers.add(Classifier.of(root.in("fc"), map.channels(), classes));
    return new Network(parameters, new Chain(layers), input, classes);
  }

  private Dims stem(Scope root, Dims image, List<Layer> layers) {
    boolean small = stem.small(image);
    Window window = small ? Window.square(3) : Window.square(7).stride(2);
    layers.add(Conv.of(root.in("conv1"), image.channels(), width, window));
    layers.add(BatchNorm.of(root.in("bn1"), width));
    layers.add(new Relu());
    if (!small) {
      layers.add(Pool.max("maxpool", 3, 2, 1));
    }
    return new Chain(layers).trace(image, new Sheet());
  }
}
