package io.squeezelab.backbone;

import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.BatchNorm;
import io.squeezelab.layer.Chain;
import io.squeezelab.layer.Conv;
import io.squeezelab.layer.Gathered;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Pool;
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
 * @param convolutions of each module
 */
record VovnetModules(boolean depthwise, int convolutions) implements UnitKind<VovnetModules.Row> {
  private static final String ROW = "a module has several 3x3 convolutions in a row";
  private static final String ALONE =
      ROW + ", and none of these adds its input, so that they have no identity branch";

  /**
   * One module.
   *
   * @param middle channels of its 3x3 convolutions
   * @param out channels that it gives
   * @param pools whether a max pool stands before it
   * @param adds whether it adds its input
   */
  record Row(int middle, int out, boolean pools, boolean adds, boolean attends) {}

  /** Three 3x3 convolutions. */
  Layer stem(Scope scope, int channels, int width, boolean small) {
    int step = small ? 1 : 2;
    int half = width / 2;
    return Chain.of(
        plain(scope.in(0), channels, half, 3, step),
        middle(scope.in(1), half, half, 1),
        middle(scope.in(2), half, depthwise ? half : width, step));
  }

  private static Layer pool(String name, Row row) {
    return row.pools ? Pool.max(name, 3, 2, 0).ceiled() : Layer.IDENTITY;
  }

  @Override
  public boolean attends(Row row) {
    return row.attends;
  }

  @Override
  public Dims out(Dims in, Row row) {
    return pool("pool", row).trace(in, new Sheet()).channels(row.out);
  }

  @Override
  public Unit unit(Dims in, Row row) {
    Dims map = out(in, row).channels(in.channels());
    Unit.Swap first = new Unit.Swap(map, map.channels(row.middle), 1);
    Unit unit = Unit.residual(map, map.channels(row.out), first);
    return row.adds
        ? unit.without(ROW, Position.CONV, Position.CONV3X3)
        : unit.without(
            ALONE,
            Position.CONV,
            Position.CONV3X3,
            Position.POST,
            Position.IDENTITY,
            Position.SKIP);
  }

  @Override
  public Layer block(Scope scope, Dims in, Row row, Places places) {
    Layer branch =
        Chain.of(
            places.at(Position.PRE),
            gathered(scope, in.channels(), row.middle),
            plain(
                scope.in("conv_concat"), in.channels() + convolutions * row.middle, row.out, 1, 1),
            places.at(Position.STANDARD));
    return row.adds
        ? new ResidualBlock(
            branch, places.at(Position.IDENTITY), places.sumAfterRelu(), places.at(Position.POST))
        : Chain.of(pool(scope.in("pool").path(), row), branch);
  }

  private Layer gathered(Scope scope, int channels, int width) {
    boolean reduced = depthwise && channels != width;
    Layer first =
        reduced ? plain(scope.in("conv_reduction"), channels, width, 1, 1) : Layer.IDENTITY;
    List<Layer> row = new ArrayList<>();
    for (int i = 0; i < convolutions; i++) {
      int entering = i == 0 && !reduced ? channels : width;
      row.add(middle(scope.in("conv_mid").in(i), entering, width, 1));
    }
    return new Gathered(first, row);
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
