package io.squeezelab.attention.squeeze;

import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Chain;
import io.squeezelab.layer.Conv;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Norm;
import io.squeezelab.layer.Relu;
import io.squeezelab.layer.Window;
import java.util.ArrayList;
import java.util.List;

/** Gather-Excite's way to larger neighbourhoods: depthwise 3x3 convolutions of stride 2. */
final class Halvings {
  private Halvings() {}

  /** What is left of a map; an odd side leaves its larger half. */
  static Dims size(Reach extent, Dims map) {
    int side = extent.side();
    return new Dims(map.channels(), cells(map.height(), side), cells(map.width(), side));
  }

  private static int cells(int length, int side) {
    return (length + side - 1) / side;
  }

  /** Of one pixel, a further kernel's middle alone meets it, and else padding. */
  static Layer of(Scope scope, Reach extent, Dims map, Norm norm, boolean bias) {
    int channels = map.channels();
    Window halving = Window.square(3).stride(2).groups(channels);
    List<Layer> layers = new ArrayList<>();
    for (int i = 0; i < extent.halvings(); i++) {
      layers.add(i == 0 ? Layer.IDENTITY : new Relu());
      layers.add(Conv.of(scope.in(i), channels, channels, halving, bias));
      layers.add(norm.block(scope.in(i).in("norm"), channels));
    }
    return new Chain(layers);
  }
}
