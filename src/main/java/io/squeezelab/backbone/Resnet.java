package io.squeezelab.backbone;

import io.squeezelab.attention.Attention;
import io.squeezelab.attention.None;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Parameters;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Chain;
import io.squeezelab.layer.Dropout;
import io.squeezelab.layer.FullyConnected;
import io.squeezelab.layer.GlobalMean;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;
import java.util.ArrayList;
import java.util.List;

/**
 * The residual networks for ImageNet: a 7x7 convolution and a max pool, four stages of basic blocks
 * (depths 18 and 34) or bottlenecks, global average pool, linear layer. Parameters have
 * torchvision's names: {@code conv1}, {@code bn1}, {@code layer1.0.conv1}, {@code
 * layer1.0.downsample.0}, …, {@code fc}. The fields after {@code stem} are what later networks
 * changed: ResNet-D, SENet-154, SKNet, ResNeSt.
 *
 * @param width of the first stage's blocks, and of the stem; doubled from stage to stage
 * @param groups of the 3x3 convolutions of bottlenecks; 32 in ResNeXt (arXiv 1611.05431)
 * @param groupWidth of them in the first stage for a width of 64; 64 in ResNet, 4 in ResNeXt 32x4d
 * @param deepStem three 3x3 convolutions in place of the 7x7, of this many channels, as many and
 *     twice as many; 0 for the 7x7
 * @param ceilPool the max pool has no zeros around the map but a last window beyond its edge, as in
 *     the Caffe models
 * @param projection of the identity branch where the map becomes smaller
 * @param caffe stride in the first 1x1 convolution of a bottleneck, as published and in the Caffe
 *     models; torchvision has it in the 3x3, for more multiply-adds and better accuracy
 * @param pooledStride stride by a mean over 3x3 behind the 3x3 convolution of a bottleneck
 * @param narrowing how many times fewer channels the first 1x1 convolution of a bottleneck gives
 *     than the 3x3
 * @param dropout before the linear layer: share of the numbers set to 0
 * @param own attention that the network is published with
 * @param ownPosition where that one sits
 * @param bareFusion a fusion in position conv takes the place of the convolution's norm and ReLU
 *     too, for fusions whose branches have their own (SKNet, ResNeSt)
 * @param zeroGamma start the last norm of each residual branch at 0
 */
@From(value = "Deep Residual Learning, table 1", link = "https://arxiv.org/abs/1512.03385")
public record Resnet(
    @Default("50") int depth,
    @Default("64") int width,
    @Default("1") int groups,
    @Default("64") int groupWidth,
    @Default("auto") Stem stem,
    @Default("0") int deepStem,
    @Default("false") boolean ceilPool,
    @Default("conv1x1") Projection projection,
    @Default("false") boolean caffe,
    @Default("false") boolean pooledStride,
    @Default("1") int narrowing,
    @Default("0") double dropout,
    @Default("none") Attention own,
    @Default("standard") Position ownPosition,
    @Default("false") boolean bareFusion,
    @Default("false") boolean zeroGamma)
    implements Backbone {
  public Resnet {
    ResnetDepth.of(depth);
    Check.within("width", 1, 65_537, width);
    Check.within("groups", 1, 65_537, groups);
    Check.within("groupWidth", 1, 65_537, groupWidth);
    Check.within("deepStem", 0, 65_537, deepStem);
    Check.within("narrowing", 1, 65_537, narrowing);
    Check.within("dropout", 0, 1, dropout);
  }

  @Override
  public Network network(Dims input, int classes, Attention attention, Placement placement) {
    ResnetBlocks blocks = ResnetBlocks.of(this, placement);
    Parameters parameters = new Parameters();
    Scope root = parameters.scope();
    Placing placing = placing(root, attention, placement);
    List<Layer> layers = new ArrayList<>();
    layers.add(
        new ResnetStem(width, deepStem, stem.small(input), ceilPool)
            .layers(root, input.channels()));
    Dims map = layers.get(0).trace(input, new Sheet());
    for (int stage = 1; stage <= ResnetDepth.STAGES; stage++) {
      Layer made = blocks.stage(root, placing, map, stage);
      layers.add(made);
      map = made.trace(map, new Sheet());
    }
    layers.add(new GlobalMean("avgpool"));
    layers.add(Dropout.of(dropout));
    layers.add(FullyConnected.of(root.in("fc"), new Dims(map.channels(), 1, 1), classes));
    return new Network(parameters, new Chain(layers), input, classes);
  }

  boolean basic() {
    return ResnetDepth.of(depth).block() == Block.BASIC;
  }

  /** The experiment's attention where it is wanted; else the network's own where it belongs. */
  private Placing placing(Scope root, Attention attention, Placement placement) {
    Placing wanted = Placing.of(root, attention, placement, ResnetDepth.STAGES);
    Placement its = new Placement(ownPosition, Stages.ALL, Blocks.ALL, Share.BLOCK, false);
    return attention instanceof None ? Placing.of(root, own, its, ResnetDepth.STAGES) : wanted;
  }

  @Override
  public Backbone bare() {
    return new Resnet(
        depth,
        width,
        groups,
        groupWidth,
        stem,
        deepStem,
        ceilPool,
        projection,
        caffe,
        pooledStride,
        narrowing,
        dropout,
        new None(),
        Position.STANDARD,
        bareFusion,
        zeroGamma);
  }
}
