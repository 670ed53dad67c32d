package io.squeezelab.attention.squeeze;

import io.squeezelab.attention.Descriptor;
import io.squeezelab.attention.Keep;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;

/**
 * How channels vary together: a 1x1 convolution to d channels, batch norm, ReLU; their d x d
 * covariance over the positions (divided by their number); each row normalised over the batch and
 * mapped to e numbers by a kernel of its own. (N, C, H, W) → (N, e·d, 1, 1), for excitations that
 * take any width. Parameters {@code reduce.weight} (d, C, 1, 1), {@code reduce.bias} (d), {@code
 * rows.weight} (e·d, 1, d, 1), {@code rows.bias} (e·d), norms {@code reduce.norm}, {@code
 * rows.norm} (d); cost: C·d multiply-adds a position that the stride leaves, and e·d².
 *
 * @param channels d
 * @param stride of the 1x1 convolution
 * @param rectified whether a ReLU comes before it
 * @param expansion e
 */
@From(value = "GSoP, section 3.2 and figure 2", link = "https://arxiv.org/abs/1811.12006")
public record Covariance(
    @Default("channel") Keep keep,
    @Default("128") int channels,
    @Default("1") int stride,
    @Default("false") boolean rectified,
    @Default("4") int expansion)
    implements Squeeze {
  public Covariance {
    Keeps.only(keep, "channels vary together over the positions, which go", Keep.CHANNEL);
    Check.within("channels", 2, 4097, channels);
    Check.within("stride", 1, 65_537, stride);
    Check.within("expansion", 1, 257, expansion);
  }

  @Override
  public Descriptor descriptor(Dims map) {
    return new Descriptor(keep, map, new Dims(expansion * channels, 1, 1), 1);
  }

  @Override
  public Layer block(Scope scope, Dims map) {
    boolean several = map.height() > stride || map.width() > stride;
    String one = "a stride of " + stride + " leaves one position of " + map + ": nothing varies";
    Check.that(several, "stride", one);
    return Reads.of(scope, this, 1, SecondOrder.of(scope, this, map.channels()));
  }
}
