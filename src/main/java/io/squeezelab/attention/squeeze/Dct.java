package io.squeezelab.attention.squeeze;

import io.squeezelab.attention.Keep;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Init;
import io.squeezelab.engine.Parameter;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;

/**
 * Each of n groups of channels is projected on one wave of the two-dimensional cosine transform:
 * Σᵢⱼ x(i, j)·a(u, i)·a(v, j), with a(u, i) = √(2/h)·cos(π·u·(i + ½)/h), and √(1/h) for u = 0. (N,
 * C, H, W) → (N, C, 1, 1); a map of another size is averaged onto h x w cells first. The
 * frequencies of the 7x7 grid are multiplied by ⌊h/7⌋ and ⌊w/7⌋. Buffer {@code basis} (C, h, w), or
 * a parameter; cost: C·h·w multiply-adds if trained, else none; reads the map once.
 *
 * @param frequencies {@code top16} and the like; top1, low1: the mean, times √(h·w)
 * @param height h, at least 7; 0 for the map's own
 * @param width w, at least 7; 0 for the map's own
 * @param trained whether the waves are only where training starts
 */
@From(value = "FcaNet, equations 9 to 12", link = "https://arxiv.org/abs/2012.11879")
public record Dct(
    @Default("channel") Keep keep,
    @Default("top16") Frequencies frequencies,
    @Default("7") int height,
    @Default("7") int width,
    @Default("false") boolean trained)
    implements Squeeze {
  public Dct {
    Keeps.only(keep, "each channel has one wave over the whole map", Keep.CHANNEL);
    Waves.checkSide("height", height);
    Waves.checkSide("width", width);
  }

  @Override
  public Layer block(Scope scope, Dims map) {
    int n = frequencies.number();
    String many = n + " frequencies do not divide " + map.channels() + " channels";
    Check.that(map.channels() % n == 0, "frequencies", many);
    int h = Waves.side("height", height, map.height());
    int w = Waves.side("width", width, map.width());
    Init waves = new Waves(frequencies);
    Parameter basis =
        trained
            ? scope.weight("basis", waves, map.channels(), h, w)
            : scope.buffer("basis", waves, map.channels(), h, w);
    return new Transform(scope.path(), basis, h, w);
  }
}
