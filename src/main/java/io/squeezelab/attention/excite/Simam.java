package io.squeezelab.attention.excite;

import io.squeezelab.attention.Descriptor;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Salience;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;

/**
 * How far each number stands out among its channel's positions: d / (4·(variance + lambda)) + 1/2
 * with d = (x - mean)². (N, C, H, W) → the same. Nothing to learn, no multiply-adds; reads the map
 * twice.
 *
 * @param lambda in squared units of the map; keeps the quotient finite where a channel is constant
 * @param unbiased divides the squared deviations by H·W - 1, as the released code does, not by H·W
 */
@From(value = "SimAM, equation 5", link = "https://proceedings.mlr.press/v139/yang21o.html")
public record Simam(@Default("1e-4") double lambda, @Default("false") boolean unbiased)
    implements Excite {
  public Simam {
    Check.above("lambda", 0, lambda);
  }

  @Override
  public Layer block(Scope scope, Descriptor descriptor) {
    Dims map = Positions.of("simam", descriptor);
    return new Salience(scope.path(), lambda, Positions.freedom(map, unbiased));
  }
}
