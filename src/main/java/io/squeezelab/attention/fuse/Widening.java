package io.squeezelab.attention.fuse;

import io.squeezelab.attention.excite.Narrow;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Activation;
import io.squeezelab.layer.Chain;
import io.squeezelab.layer.GroupedLinear;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Norm;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;

/**
 * A bottleneck that widens to the logits of k maps: V·activation(norm(W·z)), Z → h → k·C, where Z
 * is how many channels the squeeze gives. Parameters {@code down.weight} (h, Z/groups), {@code
 * norm.…} (h), {@code up.weight} (k·C, h/groups), its rows map after map in each group; with {@code
 * joint: false} instead {@code up.i.weight} (C, h/groups), i from 0; biases if wanted. Of several
 * groups the weights have the two further axes of a 1x1 convolution. Cost: (Z + k·C)·h/groups
 * multiply-adds per kept position.
 *
 * @param reduction r; h is C/r
 * @param hidden h itself, whatever reduction, minimum and divisor say; 0 to go by them
 * @param minimum least h
 * @param divisor h becomes the nearest multiple (MobileNet's rule)
 * @param rounding down: C/r is rounded down first; nearest: only to the nearest multiple
 * @param limit one multiple more where that is below this share of C/r; 0 for never
 * @param counted whose channels C are: the fused maps', or those of the map they are made of
 * @param groups of channels that do not see each other (ResNeSt's cardinality)
 * @param joint one layer widens for all maps, instead of one for each
 */
public record Widening(
    @Default("16") int reduction,
    @Default("0") int hidden,
    @Default("1") int minimum,
    @Default("1") int divisor,
    @Default("down") Narrow.Rounding rounding,
    @Default("0.9") double limit,
    @Default("output") Counted counted,
    @Default("1") int groups,
    @Default("false") boolean bias,
    @Default("none") Norm norm,
    @Default("relu") Activation activation,
    @Default("true") boolean joint) {
  public Widening {
    new Narrow(reduction, minimum, divisor, hidden, rounding, limit);
    Check.within("groups", 1, 65_537, groups);
  }

  /** (N, Z, H', W') → (N, k·C, H', W'), map after map. */
  Layer block(Scope scope, int in, int channels, int inputs, int source) {
    int h =
        new Narrow(reduction, minimum, divisor, hidden, rounding, limit)
            .of(counted == Counted.INPUT ? source : channels);
    Layer down = GroupedLinear.of(scope.in("down"), in, h, groups, bias);
    Layer up = Widest.of(scope.in("up"), h, channels, inputs, this);
    return Chain.of(down, norm.block(scope.in("norm"), h), activation, up);
  }
}
