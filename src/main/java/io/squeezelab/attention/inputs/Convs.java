package io.squeezelab.attention.inputs;

import io.squeezelab.attention.Members;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Fan;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Part;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;
import java.util.List;

/**
 * Several convolutions of one map: (N, C, H, W) → k times (N, K, ⌈H/s⌉, ⌈W/s⌉). Parameters of the
 * i-th under {@code i}, from 0; see {@link Convolution}.
 *
 * @param split each sees its own C/k of the map's channels, instead of all
 * @param out channels of the fusion's output; 0 for as many as the map has
 * @param stride s, of every convolution
 */
@From(value = "Selective Kernel Networks, section 3.1", link = "https://arxiv.org/abs/1903.06586")
public record Convs(
    @Default("[{dilation: 1}, {dilation: 2}]") List<Convolution> of,
    @Default("false") boolean split,
    @Default("0") int out,
    @Default("1") int stride)
    implements Inputs {
  public Convs {
    Check.that(!of.isEmpty(), "of", "must name at least one convolution");
    Check.atLeast("out", 0, out);
    Check.within("stride", 1, 1025, stride);
  }

  @Override
  public int count() {
    return of.size();
  }

  @Override
  public Fan block(Scope scope, Dims map, int parts) {
    int in = split ? Part.size(map.channels(), count()) : map.channels();
    int each = Part.size(out == 0 ? map.channels() : out, parts);
    List<Layer> convs = Members.of(of, scope, (conv, its) -> conv.block(its, in, each, stride));
    return new Fan(Layer.IDENTITY, convs, split);
  }

  @Override
  public Convs instead(int channels, int steps) {
    return new Convs(of, split, channels, steps);
  }
}
