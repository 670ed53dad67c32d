package io.squeezelab.attention.inputs;

import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Fan;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;
import java.util.Collections;

/** The same map k times: what differs is what the fusion does with each. Costs nothing. */
@From("this project")
public record Identity(@Default("2") int count) implements Inputs {
  public Identity {
    Check.within("count", 2, 1025, count);
  }

  @Override
  public boolean equal() {
    return true;
  }

  @Override
  public Fan block(Scope scope, Dims map, int parts) {
    return new Fan(Layer.IDENTITY, Collections.nCopies(count, Layer.IDENTITY));
  }
}
