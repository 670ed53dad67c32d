package io.squeezelab.attention.inputs;

import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Activation;
import io.squeezelab.layer.Fan;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Norm;
import io.squeezelab.layer.Part;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;
import java.util.Collections;

/**
 * One grouped convolution to k·K channels, cut in k maps: (N, C, H, W) → k times (N, K, ⌈H/s⌉,
 * ⌈W/s⌉). Each sees its own C/k of the map's channels. Parameters as in {@link Convolution}, {@code
 * conv.weight} being (k·K, C/(k·groups), kernel, kernel).
 *
 * @param count k, ResNeSt's radix
 * @param groups of each of the k maps, ResNeSt's cardinality
 * @param out channels of the fusion's output; 0 for as many as the map has
 */
@From(value = "ResNeSt, section 3.1", link = "https://arxiv.org/abs/2004.08955")
public record Splits(
    @Default("2") int count,
    @Default("3") int kernel,
    @Default("1") int dilation,
    @Default("1") int groups,
    @Default("false") boolean bias,
    @Default("batch") Norm norm,
    @Default("relu") Activation activation,
    @Default("0") int out,
    @Default("1") int stride)
    implements Inputs {
  public Splits {
    Check.within("count", 1, 1025, count);
    Check.within("groups", 1, 1025, groups);
    Check.atLeast("out", 0, out);
    Check.within("stride", 1, 1025, stride);
  }

  @Override
  public Fan block(Scope scope, Dims map, int parts) {
    int made = count * Part.size(out == 0 ? map.channels() : out, parts);
    var conv = new Convolution(kernel, dilation, groups * count, bias, norm, activation);
    Layer trunk = conv.block(scope, map.channels(), made, stride);
    return new Fan(trunk, Collections.nCopies(count, Layer.IDENTITY), true);
  }

  @Override
  public Splits instead(int channels, int steps) {
    return new Splits(count, kernel, dilation, groups, bias, norm, activation, channels, steps);
  }
}
