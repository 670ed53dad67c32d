package io.squeezelab.backbone;

import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Chain;
import io.squeezelab.layer.Conv;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Norm;
import io.squeezelab.layer.Pool;
import io.squeezelab.layer.Relu;
import io.squeezelab.layer.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * The units of a {@link Vgg}, numbered in the order in which they are built: a 3x3 convolution, its
 * norm and a ReLU. Attention stands after the ReLU, before the convolution or in its place.
 */
final class VggUnits {
  private static final String LACKS =
      "a VGG's unit is one convolution: it has no identity branch, and what comes after its"
          + " activation is standard";

  private final Scope features;
  private final Norm norm;
  private final boolean bias;

  /** Number of the next layer. */
  private int next;

  VggUnits(Scope features, Norm norm, boolean bias) {
    this.features = features;
    this.norm = norm;
    this.bias = bias;
  }

  /** The units of a stage and the pool behind them. */
  List<Layer> stage(Dims in, int channels, Placing.Units places, int count) {
    List<Layer> layers = new ArrayList<>();
    Dims map = in;
    for (int i = 0; i < count; i++) {
      layers.add(unit(map, channels, places, i));
      map = in.channels(channels);
    }
    String pool = features.in(next++).path(); // a number, whether it is built or not
    if (Math.min(map.height(), map.width()) > 1) {
      layers.add(Pool.max(pool, 2, 2, 0));
    }
    return layers;
  }

  private Layer unit(Dims in, int channels, Placing.Units stage, int index) {
    Dims out = in.channels(channels);
    Unit unit =
        Unit.residual(in, out, new Unit.Swap(in, out, 1))
            .without(LACKS, Position.POST, Position.IDENTITY, Position.CONV3X3, Position.SKIP);
    Scope scope = features.in(next);
    Places places = stage.places(index, scope, unit);
    Layer conv = places.conv(() -> convolution(scope, in.channels(), channels));
    Layer normed = norm.block(features.in(next + 1), channels);
    next += normed == Layer.IDENTITY ? 2 : 3;
    return Chain.of(
        places.at(Position.PRE), conv, normed, new Relu(), places.at(Position.STANDARD));
  }

  private Layer convolution(Scope scope, int in, int out) {
    Window window = Window.square(3);
    return bias ? Conv.biased(scope, in, out, window) : Conv.of(scope, in, out, window);
  }
}
