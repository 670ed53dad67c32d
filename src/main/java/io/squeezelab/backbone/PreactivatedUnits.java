package io.squeezelab.backbone;

import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.BatchNorm;
import io.squeezelab.layer.Chain;
import io.squeezelab.layer.Conv;
import io.squeezelab.layer.Dropout;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Relu;

/**
 * Units with norm and ReLU before each convolution (arXiv 1603.05027, figure 1b). Where the shape
 * changes, a 1x1 convolution without norm, {@code shortcut}, takes what the first norm and ReLU
 * give; elsewhere the identity branch is the unit's input as it is, in the first unit too, where
 * the paper's appendix has it after the norm and ReLU. After the sum there is no ReLU, so that
 * {@link Position#POST} is right after the sum. {@link Position#PRE} is what the residual branch's
 * first convolution takes, after the first norm and ReLU; the shortcut does not see it.
 *
 * @param dropout between the convolutions of basic blocks: share of the numbers set to 0
 */
record PreactivatedUnits(Block block, boolean caffe, double dropout) {

  Unit unit(Dims in, int width, int stride) {
    ResnetUnits shapes = new ResnetUnits(block == Block.BASIC, caffe, 1, false);
    return shapes.unit(in, width, block.expansion * width, stride);
  }

  Layer block(Scope scope, Unit unit, Places places) {
    Dims in = unit.maps().get(Position.PRE);
    Dims out = unit.maps().get(Position.STANDARD);
    Layer first = activation(scope.in("bn1"), in.channels());
    Layer residual =
        Chain.of(
            places.at(Position.PRE),
            block == Block.BASIC ? two(scope, unit, places) : three(scope, unit, places),
            places.at(Position.STANDARD));
    Layer attended = places.at(Position.IDENTITY);
    Layer after = places.at(Position.POST);
    if (in.equals(out)) {
      return new ResidualBlock(Chain.of(first, residual), attended, places.sum(), after);
    }
    int stride = in.height() == out.height() && in.width() == out.width() ? 1 : 2;
    Layer projection = Conv.of(scope.in("shortcut"), in.channels(), out.channels(), 1, stride);
    Layer identity = Chain.of(projection, attended);
    return Chain.of(first, new ResidualBlock(residual, identity, places.sum(), after));
  }

  private static Layer activation(Scope norm, int channels) {
    return Chain.of(BatchNorm.of(norm, channels), new Relu());
  }

  private Layer two(Scope scope, Unit unit, Places places) {
    int width = unit.conv().out().channels();
    return Chain.of(
        places.conv(() -> middle(scope.in("conv1"), unit.conv())),
        activation(scope.in("bn2"), width),
        places.at(Position.CONV3X3),
        Dropout.of(dropout),
        Conv.of(scope.in("conv2"), width, width, 3, 1));
  }

  private static Layer three(Scope scope, Unit unit, Places places) {
    Dims in = unit.maps().get(Position.PRE);
    int width = unit.conv().out().channels();
    int first = in.height() == unit.conv().in().height() ? 1 : 2;
    return Chain.of(
        Conv.of(scope.in("conv1"), in.channels(), width, 1, first),
        activation(scope.in("bn2"), width),
        places.conv(() -> middle(scope.in("conv2"), unit.conv())),
        activation(scope.in("bn3"), width),
        places.at(Position.CONV3X3),
        Conv.of(scope.in("conv3"), width, unit.maps().get(Position.STANDARD).channels(), 1, 1));
  }

  private static Layer middle(Scope scope, Unit.Swap conv) {
    return Conv.of(scope, conv.in().channels(), conv.out().channels(), 3, conv.stride());
  }
}
