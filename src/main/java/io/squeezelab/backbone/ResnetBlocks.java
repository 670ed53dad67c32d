package io.squeezelab.backbone;

import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Check;
import java.util.ArrayList;
import java.util.List;

/** The units that a {@link Resnet} is made of, and how wide each is. */
record ResnetBlocks(Resnet net, ResnetUnits units) {
  private static final int WIDTH = 64; // that groupWidth is written for

  /**
   * @throws io.squeezelab.spec.Problem for what only bottlenecks can have, where there are none
   */
  static ResnetBlocks of(Resnet net, Placement placement) {
    boolean basic = net.basic();
    if (basic) {
      placement.withoutBottlenecks();
      bottlenecks(net, "caffe", net.caffe());
      bottlenecks(net, "groups", net.groups() > 1);
      bottlenecks(net, "pooledStride", net.pooledStride());
      bottlenecks(net, "narrowing", net.narrowing() > 1);
    }
    boolean caffe = net.caffe() || placement.caffe();
    Check.that(
        !caffe || !net.pooledStride(), "backbone.pooledStride", "leaves no stride for caffe");
    ResnetUnits.Stride stride =
        net.pooledStride() ? ResnetUnits.Stride.POOL : ResnetUnits.Stride.of(caffe);
    return new ResnetBlocks(
        net,
        new ResnetUnits(
            basic, stride, net.groups(), net.narrowing(), net.bareFusion(), net.zeroGamma()));
  }

  private static void bottlenecks(Resnet net, String field, boolean wanted) {
    String none = "is for bottlenecks; depth " + net.depth() + " has none";
    Check.that(!wanted, "backbone." + field, none);
  }

  /**
   * One stage, {@code layer1} to {@code layer4}.
   *
   * @param number from 1
   */
  Stage stage(Scope root, Placing placing, Dims in, int number) {
    int count = ResnetDepth.of(net.depth()).count(number);
    Scope scope = root.in("layer" + number);
    Placing.Units places = placing.stage(number, scope, count);
    List<Layer> blocks = new ArrayList<>();
    Dims map = in;
    for (int i = 0; i < count; i++) {
      int steps = number > 1 && i == 0 ? 2 : 1;
      Unit unit = unit(map, net.width() << (number - 1), steps);
      blocks.add(block(scope.in(i), unit, places.places(i, scope.in(i), unit), steps));
      map = unit.maps().get(Position.STANDARD);
    }
    return Stage.of(number, blocks);
  }

  private Unit unit(Dims in, int planes, int steps) {
    if (units.basic()) {
      return units.unit(in, planes, planes, steps);
    }
    long middle = (long) planes * net.groupWidth() / WIDTH * net.groups();
    boolean fits = middle >= 1 && middle <= Integer.MAX_VALUE;
    Check.that(fits, "backbone.groupWidth", "makes blocks of " + middle + " channels");
    return units.unit(in, (int) middle, Block.BOTTLENECK.expansion * planes, steps);
  }

  private Layer block(Scope scope, Unit unit, Places places, int steps) {
    Dims in = unit.maps().get(Position.PRE);
    Dims out = unit.maps().get(Position.STANDARD);
    return units.block(scope, unit, places, () -> net.projection().block(scope, in, out, steps));
  }
}
