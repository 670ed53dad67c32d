package io.squeezelab.backbone;

import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.BatchNorm;
import io.squeezelab.layer.Branches;
import io.squeezelab.layer.Chain;
import io.squeezelab.layer.Conv;
import io.squeezelab.layer.Dropout;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Relu;
import java.util.ArrayList;
import java.util.List;

/**
 * The layers of a {@link Densenet}: norm, ReLU, 1x1 convolution to 4k channels, norm, ReLU, 3x3
 * convolution to k, which are put behind the layer's input. Attention stands on the k new channels
 * ({@link Position#STANDARD}), on what the 1x1 convolution takes ({@link Position#PRE}), on the
 * input that is passed on ({@link Position#IDENTITY}), on both put together ({@link
 * Position#POST}), or in place of the 3x3 convolution.
 *
 * @param growth k
 */
record DenseLayers(int growth, double dropout) {
  private static final int WIDER = 4;
  private static final String LACKS =
      "a dense layer puts its channels behind its input without a sum, and what comes after its"
          + " 3x3 convolution is standard";

  List<Layer> stage(Scope scope, Dims in, int count, Placing.Units places) {
    List<Layer> layers = new ArrayList<>();
    Dims map = in;
    for (int i = 0; i < count; i++) {
      Scope its = scope.in("denselayer" + (i + 1));
      Unit unit = unit(map);
      layers.add(layer(its, map.channels(), places.places(i, its, unit)));
      map = unit.maps().get(Position.POST);
    }
    return layers;
  }

  private Unit unit(Dims in) {
    Dims made = in.channels(growth);
    Unit.Swap conv = new Unit.Swap(in.channels(WIDER * growth), made, 1);
    return Unit.residual(in, made, conv)
        .with(Position.IDENTITY, in)
        .with(Position.POST, in.channels(in.channels() + growth))
        .without(LACKS, Position.CONV3X3, Position.SKIP);
  }

  private Layer layer(Scope scope, int channels, Places places) {
    int wide = WIDER * growth;
    Layer branch =
        Chain.of(
            BatchNorm.of(scope.in("norm1"), channels),
            new Relu(),
            places.at(Position.PRE),
            Conv.of(scope.in("conv1"), channels, wide, 1, 1),
            BatchNorm.of(scope.in("norm2"), wide),
            new Relu(),
            places.conv(() -> Conv.of(scope.in("conv2"), wide, growth, 3, 1)),
            places.at(Position.STANDARD),
            Dropout.of(dropout));
    Layer joined = Branches.of(places.at(Position.IDENTITY), branch);
    return Chain.of(joined, places.at(Position.POST));
  }
}
