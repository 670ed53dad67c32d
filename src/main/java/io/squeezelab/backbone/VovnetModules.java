package io.squeezelab.backbone;

import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.BatchNorm;
import io.squeezelab.layer.Chain;
import io.squeezelab.layer.Conv;
import io.squeezelab.layer.Gathered;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Relu;
import io.squeezelab.layer.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * The modules of a {@link Vovnet}: 3x3 convolutions one after another, of which all results and the
 * input are put together by a 1x1 convolution, each with its norm and a ReLU. Where a module adds
 * its input, no ReLU follows, so that {@link Position#POST} is right after the sum.
 *
 * @param depthwise whether 3x3 convolutions are depthwise ones with a 1x1 behind
 * @param residual whether modules but a stage's first add their input
 * @param convolutions of each module
 */
record VovnetModules(boolean depthwise, boolean residual, int convolutions) {
  private static final String ROW = "a module has several 3x3 convolutions in a row";
  private static final String ALONE =
      ROW
          + ", and a stage's first (without residual, each) adds no input, so has no identity branch";

  /**
   * The modules of a stage.
   *
   * @param in what it takes
   * @param middle channels of its 3x3 convolutions
   * @param out channels that its modules give
   */
  record Size(Dims in, int middle, int out) {}

  /** Three 3x3 convolutions. */
  Layer stem(Scope scope, int channels, int width, boolean small) {
    int step = small ? 1 : 2;
    int half = width / 2;
    return Chain.of(
        plain(scope.in(0), channels, half, 3, step),
        middle(scope.in(1), half, half, 1),
        middle(scope.in(2), half, depthwise ? half : width, step));
  }

  List<Layer> stage(Scope scope, Size size, int count, Placing.Units places) {
    List<Layer> layers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Scope its = scope.in("blocks").in(i);
      boolean adds = residual && i > 0;
      Size here = i == 0 ? size : new Size(size.in.channels(size.out), size.middle, size.out);
      layers.add(module(its, here, adds, places.places(i, its, unit(here, adds))));
    }
    return layers;
  }

  private static Unit unit(Size size, boolean adds) {
    Unit.Swap first = new Unit.Swap(size.in, size.in.channels(size.middle), 1);
    Unit unit = Unit.residual(size.in, size.in.channels(size.out), first);
    return adds
        ? unit.without(ROW, Position.CONV, Position.CONV3X3)
        : unit.without(
            ALONE,
            Position.CONV,
            Position.CONV3X3,
            Position.POST,
            Position.IDENTITY,
            Position.SKIP);
  }

  private Layer module(Scope scope, Size size, boolean adds, Places places) {
    int channels = size.in.channels();
    boolean reduced = depthwise && channels != size.middle;
    Layer first =
        reduced ? plain(scope.in("conv_reduction"), channels, size.middle, 1, 1) : Layer.IDENTITY;
    List<Layer> row = new ArrayList<>();
    int entering = reduced ? size.middle : channels;
    for (int i = 0; i < convolutions; i++) {
      row.add(middle(scope.in("conv_mid").in(i), entering, size.middle, 1));
      entering = size.middle;
    }
    int all = channels + convolutions * size.middle;
    Layer branch =
        Chain.of(
            places.at(Position.PRE),
            new Gathered(first, row),
            plain(scope.in("conv_concat"), all, size.out, 1, 1),
            places.at(Position.STANDARD));
    return adds
        ? new ResidualBlock(
            branch, places.at(Position.IDENTITY), places.sumAfterRelu(), places.at(Position.POST))
        : branch;
  }

  private Layer middle(Scope scope, int in, int out, int stride) {
    if (!depthwise) {
      return plain(scope, in, out, 3, stride);
    }
    Window each = Window.square(3).stride(stride).groups(in);
    return Chain.of(
        Conv.of(scope.in("conv_dw"), in, in, each),
        Conv.of(scope.in("conv_pw"), in, out, 1, 1),
        BatchNorm.of(scope.in("bn"), out),
        new Relu());
  }

  private static Layer plain(Scope scope, int in, int out, int kernel, int stride) {
    return Chain.of(
        Conv.of(scope.in("conv"), in, out, kernel, stride),
        BatchNorm.of(scope.in("bn"), out),
        new Relu());
  }
}
