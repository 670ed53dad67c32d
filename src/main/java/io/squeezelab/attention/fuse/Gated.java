package io.squeezelab.attention.fuse;

import ai.djl.ndarray.NDArray;
import io.squeezelab.attention.gate.Gate;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Pass;
import io.squeezelab.layer.Chain;
import io.squeezelab.layer.Layer;

/** A gate as a layer: logits → weights of the same shape. */
record Gated(Gate gate) implements Layer {

  /** What makes logits of a map, and the gate behind it. */
  static Layer of(Gate gate, Layer logits, Dims map) {
    gate.fits(logits.trace(map, new Sheet()));
    return Chain.of(logits, new Gated(gate));
  }

  @Override
  public Dims trace(Dims in, Sheet sheet) {
    return in;
  }

  @Override
  public NDArray forward(Pass pass, NDArray x) {
    return gate.of(pass, x);
  }
}
