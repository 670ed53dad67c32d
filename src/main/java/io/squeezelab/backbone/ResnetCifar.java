package io.squeezelab.backbone;

import io.squeezelab.attention.Attention;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Parameters;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.BatchNorm;
import io.squeezelab.layer.Chain;
import io.squeezelab.layer.Classifier;
import io.squeezelab.layer.Conv;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Relu;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;
import java.util.ArrayList;
import java.util.List;

/**
 * The residual networks for small images: a 3x3 convolution, three stages of n blocks (widths w,
 * 2w, 4w; strides 1, 2, 2), global average pool, linear layer. Depth is 6n + 2, of bottlenecks 9n +
 * 2. Parameters are named {@code conv1}, {@code bn1}, {@code layer1.0.conv1}, {@code
 * layer2.0.shortcut.conv}, {@code layer2.0.shortcut.bn}, …, {@code linear}.
 *
 * @param width of the first stage's blocks, and of the stem
 * @param groups of the 3x3 convolutions of bottlenecks; 8 or 16 in the ResNeXt-29 of arXiv
 *     1611.05431
 * @param groupWidth of each group in the first stage for a width of 64; 64 in ResNet
 * @param shortcut where the shape changes: a (the paper's choice for CIFAR) or b
 * @param zeroGamma start the last norm of each residual branch at 0
 */
@From(value = "Deep Residual Learning, section 4.2", link = "https://arxiv.org/abs/1512.03385")
public record ResnetCifar(
    @Default("20") int depth,
    @Default("16") int width,
    @Default("basic") Block block,
    @Default("1") int groups,
    @Default("64") int groupWidth,
    @Default("a") Shortcut shortcut,
    @Default("false") boolean zeroGamma)
    implements Backbone {
  /** Layers of a depth that are in no block: the first convolution and the last linear layer. */
  private static final int BESIDES = 2;

  public ResnetCifar {
    block.check(depth, BESIDES);
    Check.atLeast("width", 1, width);
    Check.atMost("width", 65_536, width);
    Check.atLeast("groups", 1, groups);
    Check.atLeast("groupWidth", 1, groupWidth);
    Check.atMost("groupWidth", 65_536, groupWidth);
    long group = (long) width * groupWidth / 64;
    Check.that(group > 0, "groupWidth", "leaves no channel of a width of " + width);
    Check.atMost("groups", Math.max(1, 65_536 / group), groups);
    Check.that(
        block == Block.BOTTLENECK || groups == 1, "groups", "is for bottlenecks, is " + groups);
  }

  /** Of basic blocks. */
  public ResnetCifar(int depth, int width, Shortcut shortcut, boolean zeroGamma) {
    this(depth, width, Block.BASIC, 1, 64, shortcut, zeroGamma);
  }

  @Override
  public Network network(Dims input, int classes, Attention attention, Placement placement) {
    if (block == Block.BASIC) {
      placement.withoutBottlenecks();
    }
    Parameters parameters = new Parameters();
    Scope root = parameters.scope();
    Placing placing = Placing.of(root, attention, placement, 3);
    List<Layer> layers = new ArrayList<>();
    layers.add(Conv.of(root.in("conv1"), input.channels(), width, 3, 1));
    layers.add(BatchNorm.of(root.in("bn1"), width));
    layers.add(new Relu());
    Dims map = input.channels(width);
    ResnetUnits units = new ResnetUnits(block == Block.BASIC, placement.caffe(), groups, zeroGamma);
    int count = block.count(depth, BESIDES);
    for (int stage = 1; stage <= 3; stage++) {
      Scope layer = root.in("layer" + stage);
      Placing.Units places = placing.stage(stage, layer, count);
      List<Layer> blocks = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        Scope scope = layer.in(i);
        Unit unit = unit(units, map, stage, i);
        blocks.add(
            units.block(
                scope,
                unit,
                places.places(i, scope, unit),
                () -> shortcut.block(scope.in("shortcut"), unit)));
        map = unit.maps().get(Position.STANDARD);
      }
      layers.add(Stage.of(stage, blocks));
    }
    layers.add(Classifier.of(root.in("linear"), map.channels(), classes));
    return new Network(parameters, new Chain(layers), input, classes);
  }

  @Override
  public Task task() {
    return Task.CIFAR10;
  }

  private Unit unit(ResnetUnits units, Dims in, int stage, int index) {
    int planes = width << (stage - 1);
    int middle = block == Block.BASIC ? planes : (int) ((long) planes * groupWidth / 64 * groups);
    int stride = stage > 1 && index == 0 ? 2 : 1;
    return units.unit(in, middle, block.expansion * planes, stride);
  }
}
