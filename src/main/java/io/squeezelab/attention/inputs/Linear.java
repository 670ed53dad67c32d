package io.squeezelab.attention.inputs;

import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Fan;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Part;
import io.squeezelab.layer.Pointwise;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;
import java.util.ArrayList;
import java.util.List;

/**
 * k linear maps of the channels at each position (1x1 convolutions): (N, C, H, W) → k times the
 * same, or (N, C/k, H, W) where the fusion joins them. Parameters {@code i.weight} (C, C) and, if
 * wanted, {@code i.bias} (C), i from 0; cost: C² multiply-adds a position and map.
 */
@From("this project")
public record Linear(@Default("2") int count, @Default("false") boolean bias) implements Inputs {
  public Linear {
    Check.within("count", 1, 1025, count);
  }

  @Override
  public Fan block(Scope scope, Dims map, int parts) {
    int each = Part.size(map.channels(), parts);
    List<Layer> maps = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      maps.add(Pointwise.of(scope.in(i), map.channels(), each, bias));
    }
    return new Fan(Layer.IDENTITY, maps);
  }
}
