package io.squeezelab.backbone;

import com.fasterxml.jackson.databind.JsonNode;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Chain;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Relu;
import io.squeezelab.layer.Scaled;
import io.squeezelab.layer.Window;
import java.util.EnumMap;
import java.util.Map;

/**
 * An Inception module with places for attention: as it is, attention comes before or after the
 * whole module; on a residual branch (a tree with {@code scale} and {@code branches}) it is
 * followed by a 1x1 convolution with bias, {@code conv2d}, back to the map's channels, by
 * attention, and by the scale, before it is added to the map; then a ReLU, unless it is the {@code
 * last}.
 *
 * @param in shape of the map that comes
 * @param tree of the module in the table
 */
record ModuleUnits(Scope scope, Dims in, JsonNode tree) {
  private static final String SEVERAL =
      "an Inception module has no 3x3 convolution of its own but several side by side";
  private static final String PLAIN = SEVERAL + ", and no identity branch";

  private boolean residual() {
    return tree.isObject();
  }

  /** What goes side by side in it. */
  JsonNode branches() {
    return residual() ? tree.get("branches") : tree;
  }

  /**
   * @param out shape of the branches' maps, one behind the other
   */
  Unit unit(Dims out) {
    if (residual()) {
      return Unit.residual(in, in, new Unit.Swap(in, in, 1))
          .without(SEVERAL, Position.CONV, Position.CONV3X3);
    }
    Map<Position, Dims> maps = new EnumMap<>(Position.class);
    maps.put(Position.STANDARD, out);
    maps.put(Position.PRE, in);
    return new Unit(maps, null, PLAIN);
  }

  /** The module with its attention. */
  Layer with(Layer branches, Dims out, Places places) {
    if (!residual()) {
      return Chain.of(places.at(Position.PRE), branches, places.at(Position.STANDARD));
    }
    Layer residual =
        Chain.of(
            places.at(Position.PRE),
            branches,
            ConvNorm.biased(scope.in("conv2d"), out.channels(), in.channels(), Window.square(1)),
            places.at(Position.STANDARD),
            Scaled.of(tree.get("scale").asDouble()));
    Layer relu = tree.has("last") ? Layer.IDENTITY : new Relu();
    return new ResidualBlock(
        residual,
        places.at(Position.IDENTITY),
        places.sum(),
        Chain.of(relu, places.at(Position.POST)));
  }
}
