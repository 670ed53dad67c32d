package io.squeezelab.attention;

import ai.djl.ndarray.NDArray;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Shapes;
import io.squeezelab.layer.Chain;
import io.squeezelab.layer.Cross;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Problem;

/**
 * Brings weights to a shape that broadcasts against their map: one for each of G groups of channels
 * is given to each channel of the group, those of neighbourhoods to each position (the nearest),
 * and profiles of height and width are multiplied with each other.
 */
public final class Spread {
  private Spread() {}

  /**
   * @param weights shape of what the excitation returns
   */
  public static Layer of(Keep keep, Dims weights, Dims map) {
    if (keep == Keep.CROSS && weights.height() == map.height() + map.width()) {
      return Chain.of(new Cross(map, Ops::mul), channels(weights, map));
    }
    boolean fits =
        (weights.height() == 1 || weights.height() == map.height())
            && (weights.width() == 1 || weights.width() == map.width());
    boolean fewer = weights.height() <= map.height() && weights.width() <= map.width();
    if (!fewer) {
      throw new Problem("", "weights of " + weights + " do not fit a map of " + map);
    }
    return Chain.of(channels(weights, map), fits ? Layer.IDENTITY : new Nearest(map));
  }

  private static Layer channels(Dims weights, Dims map) {
    int groups = weights.channels();
    if (groups == 1 || groups == map.channels()) {
      return Layer.IDENTITY;
    }
    if (map.channels() % groups != 0) {
      throw new Problem("", groups + " weights do not divide " + map.channels() + " channels");
    }
    return new Groups(map.channels());
  }

  private record Groups(int channels) implements Layer {
    @Override
    public Dims trace(Dims in, Sheet sheet) {
      return in.channels(channels);
    }

    @Override
    public NDArray forward(Pass pass, NDArray w) { // (N, G, H', W')
      long[] s = w.getShape().getShape();
      try (NDArray apart = Ops.reshape(w, s[0], s[1], 1, s[2], s[3]);
          NDArray each = Shapes.expand(apart, s[0], s[1], channels / s[1], s[2], s[3])) {
        return Ops.reshape(each, s[0], channels, s[2], s[3]);
      }
    }
  }

  private record Nearest(Dims map) implements Layer {
    @Override
    public Dims trace(Dims in, Sheet sheet) {
      return map.channels(in.channels());
    }

    @Override
    public NDArray forward(Pass pass, NDArray w) {
      return Shapes.nearest(w, map.height(), map.width());
    }
  }
}
