package io.squeezelab.attention.fuse;

import ai.djl.ndarray.NDArray;
import io.squeezelab.attention.gate.Gate;
import io.squeezelab.cost.Cost;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Line;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Ops;
import io.squeezelab.engine.Pass;
import io.squeezelab.layer.Join;
import io.squeezelab.layer.Layer;
import java.util.ArrayList;
import java.util.List;

/**
 * How much is taken of each of k maps: their logits are gated side by side, each map is weighted,
 * and the weighted maps are combined. Reads each map once.
 *
 * @param place that the gate is observed under
 * @param logits k maps (N, C, H, W) → (N, k·C', H', W'), map after map
 * @param own from all weights to what broadcasts against the i-th map
 */
record Portions(String place, Join logits, Gate gate, List<Layer> own, Combine combine)
    implements Join {

  @Override
  public Dims trace(Dims in, Sheet sheet) {
    logits.trace(in, sheet);
    Dims out = in.channels(in.channels() * combine.parts(own.size()));
    return sheet.add(new Line(place, "weigh", in, out, Cost.ofReads(own.size() * in.size())));
  }

  @Override
  public NDArray forward(Pass pass, List<NDArray> maps) {
    List<NDArray> weighted = new ArrayList<>();
    try (NDArray found = logits.forward(pass, maps);
        NDArray all = gated(pass, found)) {
      pass.observe(place, all);
      for (int i = 0; i < maps.size(); i++) {
        try (NDArray weights = own.get(i).forward(pass, all)) {
          weighted.add(Ops.mul(maps.get(i), weights));
        }
      }
    }
    NDArray y = combine.of(weighted);
    weighted.stream().filter(map -> map != y).forEach(NDArray::close);
    return y;
  }

  private NDArray gated(Pass pass, NDArray found) { // (N, k·C', H', W')
    long[] s = found.getShape().getShape();
    try (NDArray apart = Ops.reshape(found, s[0], own.size(), s[1] / own.size(), s[2], s[3]);
        NDArray weights = gate.across(pass, apart)) {
      return Ops.reshape(weights, s);
    }
  }
}
