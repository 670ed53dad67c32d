package io.squeezelab.backbone;

import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Check;

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
   * @param stage from 1
   * @param index of the unit in it, from 0
   */
  Unit unit(Dims in, int stage, int index) {
    int planes = net.width() << (stage - 1);
    int steps = steps(stage, index);
    if (units.basic()) {
      return units.unit(in, planes, planes, steps);
    }
    long middle = (long) planes * net.groupWidth() / WIDTH * net.groups();
    boolean fits = middle >= 1 && middle <= Integer.MAX_VALUE;
    Check.that(fits, "backbone.groupWidth", "makes blocks of " + middle + " channels");
    return units.unit(in, (int) middle, Block.BOTTLENECK.expansion * planes, steps);
  }

  Layer block(Scope scope, Unit unit, Places places, int stage, int index) {
    Dims in = unit.maps().get(Position.PRE);
    Dims out = unit.maps().get(Position.STANDARD);
    int steps = steps(stage, index);
    return units.block(scope, unit, places, () -> net.projection().block(scope, in, out, steps));
  }

  private static int steps(int stage, int index) {
    return stage > 1 && index == 0 ? 2 : 1;
  }
}
