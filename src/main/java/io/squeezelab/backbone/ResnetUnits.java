package io.squeezelab.backbone;

import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Init;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.BatchNorm;
import io.squeezelab.layer.Chain;
import io.squeezelab.layer.Conv;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Pool;
import io.squeezelab.layer.Relu;
import io.squeezelab.layer.Window;
import io.squeezelab.spec.Check;
import java.util.function.Supplier;

/**
 * The units of a {@link Resnet} or {@link ResnetCifar}: two 3x3 convolutions, or a 1x1, a 3x3 and a
 * 1x1, each with its norm, with ReLUs between them and after the sum.
 *
 * @param basic whether they are the ones of two 3x3 convolutions
 * @param stride what has a stage's stride
 * @param groups of the 3x3 in a bottleneck
 * @param narrowing how many times fewer channels the first 1x1 gives than the 3x3
 * @param bare whether a fusion in the place of the 3x3 also takes that of its norm and ReLU
 */
record ResnetUnits(
    boolean basic, Stride stride, int groups, int narrowing, boolean bare, boolean zeroGamma) {

  /** What makes the map smaller in the first unit of a stage. */
  enum Stride {
    /** The 3x3 convolution; the first, if there are two. */
    CONV3X3,
    /** The first 1x1 convolution of a bottleneck. */
    CONV1X1,
    /** A mean over 3x3 behind the 3x3 convolution of a bottleneck. */
    POOL;

    static Stride of(boolean caffe) {
      return caffe ? CONV1X1 : CONV3X3;
    }
  }

  ResnetUnits(boolean basic, boolean caffe, int groups, boolean zeroGamma) {
    this(basic, Stride.of(caffe), groups, 1, false, zeroGamma);
  }

  /**
   * @param middle channels that the 3x3 convolution gives
   */
  Unit unit(Dims in, int middle, int out, int steps) {
    Dims after = Window.square(3).stride(steps).over(in, middle);
    Dims entering = (stride == Stride.CONV1X1 ? after : in).channels(first(in, middle));
    int its = stride == Stride.CONV3X3 ? steps : 1;
    Dims left = Window.square(3).stride(its).over(entering, middle);
    return Unit.residual(in, after.channels(out), new Unit.Swap(entering, left, its));
  }

  /** Channels that the 3x3 convolution takes. */
  private int first(Dims in, int middle) {
    if (basic) {
      return in.channels();
    }
    int first = middle / narrowing;
    String narrow = middle + " / " + narrowing + " channels do not fall in " + groups + " groups";
    Check.that(first > 0 && first % groups == 0, "backbone.narrowing", narrow);
    return first;
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
        middle(scope, 1, unit.conv(), places),
        Conv.of(scope.in("conv2"), width, width, 3, 1),
        last(scope.in("bn2"), width));
  }

  private Layer three(Scope scope, Unit unit, Places places) {
    Dims in = unit.maps().get(Position.PRE);
    Dims out = unit.maps().get(Position.STANDARD);
    Unit.Swap conv = unit.conv();
    int first = conv.in().channels();
    return Chain.of(
        Conv.of(scope.in("conv1"), in.channels(), first, 1, steps(in, conv.in())),
        BatchNorm.of(scope.in("bn1"), first),
        new Relu(),
        middle(scope, 2, conv, places),
        steps(conv.out(), out) == 1 ? Layer.IDENTITY : Pool.mean(scope.path() + ".pool", 3, 2, 1),
        Conv.of(scope.in("conv3"), conv.out().channels(), out.channels(), 1, 1),
        last(scope.in("bn3"), out.channels()));
  }

  /** The 3x3 convolution with its norm and ReLU, or what stands for it. */
  private Layer middle(Scope scope, int number, Unit.Swap conv, Places places) {
    Window window = Window.square(3).stride(conv.stride()).groups(groups);
    int out = conv.out().channels();
    Layer map =
        places.conv(() -> Conv.of(scope.in("conv" + number), conv.in().channels(), out, window));
    if (bare && places.replaced().isPresent()) {
      return map;
    }
    BatchNorm norm = BatchNorm.of(scope.in("bn" + number), out);
    return Chain.of(map, norm, new Relu(), places.at(Position.CONV3X3));
  }

  private static int steps(Dims in, Dims out) {
    return in.pixels() == out.pixels() ? 1 : 2;
  }

  private Layer last(Scope scope, int channels) {
    return BatchNorm.of(scope, channels, zeroGamma ? Init.ZEROS : Init.ONES);
  }
}
