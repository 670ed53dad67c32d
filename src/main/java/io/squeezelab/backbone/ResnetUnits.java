package io.squeezelab.backbone;

import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Init;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.BatchNorm;
import io.squeezelab.layer.Chain;
import io.squeezelab.layer.Conv;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Relu;
import io.squeezelab.layer.Window;
import java.util.function.Supplier;

/**
 * The units of a {@link Resnet} or {@link ResnetCifar}: two 3x3 convolutions, or a 1x1, a 3x3 and a
 * 1x1, each with its norm, with ReLUs between them and after the sum.
 *
 * @param basic whether they are the ones of two 3x3 convolutions
 * @param caffe whether the first 1x1 has the stride
 * @param groups of the 3x3 in a bottleneck
 */
record ResnetUnits(boolean basic, boolean caffe, int groups, boolean zeroGamma) {

  /**
   * @param middle channels that the 3x3 convolution gives
   */
  Unit unit(Dims in, int middle, int out, int stride) {
    Dims inner = basic || !caffe ? in : Window.square(1).stride(stride).over(in, middle);
    Dims entering = basic ? in : inner.channels(middle);
    int steps = basic || !caffe ? stride : 1;
    Dims left = Window.square(3).stride(steps).over(entering, middle);
    return Unit.residual(in, left.channels(out), new Unit.Swap(entering, left, steps));
  }

  Layer block(Scope scope, Unit unit, Places places) {
    Dims in = unit.maps().get(Position.PRE);
    Dims out = unit.maps().get(Position.STANDARD);
    return block(scope, unit, places, () -> projection(scope, in, out));
  }

  /**
   * @param shortcut what the identity branch does to the unit's input
   */
  Layer block(Scope scope, Unit unit, Places places, Supplier<Layer> shortcut) {
    Layer residual =
        Chain.of(
            places.at(Position.PRE),
            basic ? two(scope, unit, places) : three(scope, unit, places),
            places.at(Position.STANDARD));
    Layer identity = Chain.of(shortcut.get(), places.at(Position.IDENTITY));
    Layer after = Chain.of(new Relu(), places.at(Position.POST));
    return new ResidualBlock(residual, identity, places.sum(), after);
  }

  private Layer two(Scope scope, Unit unit, Places places) {
    int width = unit.conv().out().channels();
    return Chain.of(
        places.conv(() -> middle(scope.in("conv1"), unit.conv(), 1)),
        BatchNorm.of(scope.in("bn1"), width),
        new Relu(),
        places.at(Position.CONV3X3),
        Conv.of(scope.in("conv2"), width, width, 3, 1),
        last(scope.in("bn2"), width));
  }

  private Layer three(Scope scope, Unit unit, Places places) {
    Dims in = unit.maps().get(Position.PRE);
    int out = unit.maps().get(Position.STANDARD).channels();
    int width = unit.conv().out().channels();
    int first = in.height() == unit.conv().in().height() ? 1 : 2;
    return Chain.of(
        Conv.of(scope.in("conv1"), in.channels(), width, 1, first),
        BatchNorm.of(scope.in("bn1"), width),
        new Relu(),
        places.conv(() -> middle(scope.in("conv2"), unit.conv(), groups)),
        BatchNorm.of(scope.in("bn2"), width),
        new Relu(),
        places.at(Position.CONV3X3),
        Conv.of(scope.in("conv3"), width, out, 1, 1),
        last(scope.in("bn3"), out));
  }

  private static Layer middle(Scope scope, Unit.Swap conv, int groups) {
    Window window = Window.square(3).stride(conv.stride()).groups(groups);
    return Conv.of(scope, conv.in().channels(), conv.out().channels(), window);
  }

  private Layer last(Scope scope, int channels) {
    return BatchNorm.of(scope, channels, zeroGamma ? Init.ZEROS : Init.ONES);
  }

  private static Layer projection(Scope scope, Dims in, Dims out) {
    if (in.equals(out)) {
      return Layer.IDENTITY;
    }
    int stride = in.height() == out.height() && in.width() == out.width() ? 1 : 2;
    return Chain.of(
        Conv.of(scope.in("downsample").in(0), in.channels(), out.channels(), 1, stride),
        BatchNorm.of(scope.in("downsample").in(1), out.channels()));
  }
}
