package io.squeezelab.attention.squeeze;

import ai.djl.ndarray.NDArray;
import io.squeezelab.cost.Cost;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Line;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Pass;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Family;

/**
 * A squeeze with layers inside, which report their own parameters and multiply-adds; this adds how
 * often it reads the map.
 */
record Reads(String name, String kind, int passes, Layer inner) implements Layer {

  static Layer of(Scope scope, Object squeeze, int passes, Layer inner) {
    return new Reads(scope.path(), Family.name(squeeze.getClass()), passes, inner);
  }

  @Override
  public Dims trace(Dims in, Sheet sheet) {
    Dims out = inner.trace(in, sheet);
    return sheet.add(new Line(name, kind, in, out, Cost.ofReads(passes * in.size())));
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) {
    return inner.forward(pass, x);
  }
}
