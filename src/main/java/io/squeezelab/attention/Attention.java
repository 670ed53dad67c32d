package io.squeezelab.attention;

import io.squeezelab.cost.Cost;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Parameters;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Join;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Named;
import io.squeezelab.spec.Problem;
import java.util.Optional;

/**
 * An attention module, or several composed: (N, C, H, W) → (N, C, H, W). Written in files as a
 * preset's name ({@code se}), or as an object whose {@code type} may be left out for the usual
 * squeeze, excite, gate and apply.
 */
@Named("squeeze-excite")
public sealed interface Attention
    permits None,
        SqueezeExcite,
        Sequence,
        Parallel,
        Joint,
        Split,
        SharedSqueeze,
        Fusion,
        Attention.Custom {

  /**
   * The module on maps of one shape. Its last operation must not need its own result for its
   * gradient (a product or a sum does not, a sigmoid or a square root does): a residual unit adds
   * its shortcut to that result in place.
   *
   * @param map shape of what is attended
   * @throws io.squeezelab.spec.Problem if the module makes no sense on such a map
   */
  Layer block(Scope scope, Dims map);

  /** How many maps it takes: one, unless it fuses maps that the caller gives. */
  default int inputs() {
    return 1;
  }

  /** The module on as many maps as it takes, all of one shape. */
  default Join join(Scope scope, Dims map) {
    return Join.of(block(scope, map));
  }

  /**
   * In place of a convolution that gives {@code out} channels in steps of {@code stride}; empty to
   * leave the convolution.
   *
   * @throws io.squeezelab.spec.Problem unless it makes its map by convolutions
   */
  default Optional<Layer> conv(Scope scope, Dims map, int out, int stride) {
    String fit = "; a fusion from convs or splits does, such as sk, resnest or psa";
    throw new Problem("", "cannot replace a convolution, for it only weighs a map" + fit);
  }

  /**
   * In place of a sum of two maps, the residual and the identity; empty to leave the sum.
   *
   * @throws io.squeezelab.spec.Problem unless it takes two maps
   */
  default Optional<Join> skip(Scope scope, Dims map) {
    String takes = inputs() == 1 ? "one map" : inputs() + " maps";
    String fit = "; skip is for a fusion from two given maps, such as aff or iaff";
    Check.that(
        inputs() == 2, "", "cannot replace the sum of residual and identity: takes " + takes + fit);
    return Optional.of(join(scope, map));
  }

  /** What it costs on one image's map of this shape. */
  default Cost cost(Dims map) {
    Sheet sheet = new Sheet();
    join(new Parameters().scope(), map).trace(map, sheet);
    return sheet.total();
  }

  /** For modules from other jars and notebook cells; see {@link io.squeezelab.spec.Family}. */
  non-sealed interface Custom extends Attention {}
}
