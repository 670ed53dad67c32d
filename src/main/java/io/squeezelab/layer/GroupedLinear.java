package io.squeezelab.layer;

import io.squeezelab.engine.Scope;
import io.squeezelab.spec.Check;

/**
 * A linear map of the channels at every position in g groups that do not see each other: (N, C, H,
 * W) → (N, K, H, W). Of one group it is {@link Pointwise}; of more, parameters {@code weight} (K,
 * C/g, 1, 1) and, if wanted, {@code bias} (K).
 */
public final class GroupedLinear {
  private GroupedLinear() {}

  public static Layer of(Scope scope, int in, int out, int groups, boolean biased) {
    if (groups == 1) {
      return Pointwise.of(scope, in, out, biased);
    }
    String sizes = in + " channels in and " + out + " out";
    boolean fit = in % groups == 0 && out % groups == 0;
    Check.that(fit, "groups", "must divide " + sizes + ", is " + groups);
    return Conv.of(scope, in, out, Window.square(1).groups(groups), biased);
  }
}
