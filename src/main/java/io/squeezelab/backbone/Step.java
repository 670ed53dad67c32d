package io.squeezelab.backbone;

import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Pool;
import io.squeezelab.layer.Window;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One layer in a table of modules, written {@code 64 3x3 /2 valid}: 64 channels made by a 3x3
 * convolution of stride 2 without padding, its norm and ReLU; or {@code max 3x3}: a pool. Without a
 * size it is 1x1, without a stride 1; without {@code valid} the map is padded so that stride 1
 * keeps its size. In a pool, {@code ceil} lets the last window reach beyond the map.
 *
 * @param pool empty for a convolution
 * @param channels as published; 0 in a pool
 */
record Step(Optional<Pool.Kind> pool, int channels, Window window, boolean ceil) {
  private static final Map<String, Pool.Kind> POOLS =
      Map.of(
          "max", Pool.Kind.MAX,
          "mean", Pool.Kind.MEAN,
          "inner-mean", Pool.Kind.INNER_MEAN);

  private static final Pattern FORM =
      Pattern.compile("([\\w-]+)(?: (\\d+)x(\\d+))?(?: /(\\d+))?( valid)?( ceil)?");

  static Step parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalStateException("no layer: " + text);
    }
    int height = number(form.group(2));
    int width = number(form.group(3));
    boolean valid = form.group(5) != null;
    Window window = Window.whole(height, width).stride(number(form.group(4)));
    Optional<Pool.Kind> pool = Optional.ofNullable(POOLS.get(form.group(1)));
    return new Step(
        pool,
        pool.isPresent() ? 0 : Integer.parseInt(form.group(1)),
        valid ? window : window.padding(height / 2, width / 2),
        form.group(6) != null);
  }

  private static int number(String digits) {
    return digits == null ? 1 : Integer.parseInt(digits);
  }

  /**
   * @param in channels that come
   */
  Layer layer(ConvNorm convs, Scope root, String name, int in) {
    if (pool.isEmpty()) {
      return convs.of(root, name, in, convs.channels(channels), window);
    }
    String path = root.in(name).path();
    return new Pool(path, pool.get(), window.height(), window.stride(), window.padHeight(), ceil);
  }
}
