package io.squeezelab.backbone;

import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.BatchNorm;
import io.squeezelab.layer.Branches;
import io.squeezelab.layer.Chain;
import io.squeezelab.layer.Conv;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Pool;
import io.squeezelab.layer.Relu;
import io.squeezelab.layer.Shuffle;
import io.squeezelab.layer.Window;

/**
 * The units of a {@link Shufflenetv1}: a 1x1 convolution in groups, whose channels are shuffled, a
 * depthwise 3x3 and a second 1x1 in groups, each with its norm. With stride 1 the input is added;
 * with stride 2 the input's 3x3 mean pool stands before what the branch gives.
 */
record ShuffleUnits(int groups) implements UnitKind<ShuffleUnits.Row> {

  /**
   * One unit.
   *
   * @param middle channels of the depthwise convolution
   * @param out channels that the unit gives, pooled ones included
   * @param whole whether its first convolution is not grouped
   */
  record Row(int middle, int out, int stride, boolean whole) {}

  @Override
  public Dims out(Dims in, Row row) {
    return Window.square(3).stride(row.stride()).over(in, row.out());
  }

  @Override
  public Unit unit(Dims in, Row row) {
    Dims out = out(in, row);
    Dims wide = in.channels(row.middle());
    Unit unit =
        Unit.residual(in, out, new Unit.Swap(wide, out.channels(row.middle()), row.stride()));
    if (row.stride() == 1) {
      return unit;
    }
    String lacks = "the chosen units put two maps one behind the other and sum nothing";
    return unit.with(Position.STANDARD, out.channels(row.out() - in.channels()))
        .with(Position.IDENTITY, out.channels(in.channels()))
        .without(lacks, Position.SKIP);
  }

  @Override
  public Layer block(Scope scope, Dims in, Row row, Places places) {
    Layer after = Chain.of(new Relu(), places.at(Position.POST));
    Layer identity = places.at(Position.IDENTITY);
    if (row.stride() == 1) {
      return new ResidualBlock(
          branch(scope, in.channels(), row.out(), row, places), identity, places.sum(), after);
    }
    Layer pooled = Chain.of(Pool.mean(scope.in("pool").path(), 3, row.stride(), 1), identity);
    Layer branch = branch(scope, in.channels(), row.out() - in.channels(), row, places);
    return Chain.of(Branches.of(pooled, branch), after);
  }

  private Layer branch(Scope scope, int in, int out, Row row, Places places) {
    int middle = row.middle();
    return Chain.of(
        places.at(Position.PRE),
        Conv.of(scope.in("conv1"), in, middle, 1, 1, row.whole() ? 1 : groups),
        BatchNorm.of(scope.in("bn1"), middle),
        new Relu(),
        groups == 1 ? Layer.IDENTITY : new Shuffle(groups),
        places.conv(() -> Conv.of(scope.in("conv2"), middle, middle, 3, row.stride(), middle)),
        BatchNorm.of(scope.in("bn2"), middle),
        places.at(Position.CONV3X3),
        Conv.of(scope.in("conv3"), middle, out, 1, 1, groups),
        BatchNorm.of(scope.in("bn3"), out),
        places.at(Position.STANDARD));
  }
}
