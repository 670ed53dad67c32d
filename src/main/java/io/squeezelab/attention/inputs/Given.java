package io.squeezelab.attention.inputs;

import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Fan;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.Problem;

/**
 * k maps of the caller, all (N, C, H, W): the residual and the identity in position skip, or any
 * from Java.
 */
public record Given(@Default("2") int count) implements Inputs {
  public Given {
    Check.within("count", 2, 1025, count);
  }

  @Override
  public boolean given() {
    return true;
  }

  @Override
  public Fan block(Scope scope, Dims map, int parts) {
    throw new Problem(
        "", "takes " + count + " given maps: place it at skip (2 maps), or give them from Java");
  }
}
