package io.squeezelab.attention.fuse;

import ai.djl.ndarray.NDArray;
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
 * and what that gives is combined. Reads each map once.
 *
 * @param place that the gate is observed under
 * @param logits k maps (N, C, H, W) → (N, k·C', H', W'), map after map
 * @param own from all weights to what broadcasts against the i-th map
 */
record Portions(String place, Join logits, Layer gate, List<Layer> own, Combine combine)
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
        NDArray all = gate.forward(pass, found)) {
      pass.observe(place, all);
      for (int i = 0; i < maps.size(); i++) {
        try (NDArray weights = own.get(i).forward(pass, all)) {
          take(weighted, Ops.mul(maps.get(i), weights));
        }
      }
    }
    NDArray y = combine.of(weighted);
    weighted.stream().filter(map -> map != y).forEach(NDArray::close);
    return y;
  }

  /** What is added is added at once, in place: a product does not need its result again. */
  private void take(List<NDArray> weighted, NDArray map) {
    if (combine == Combine.SUM && !weighted.isEmpty()) {
      Ops.addInto(weighted.get(0), map);
      map.close();
    } else {
      weighted.add(map);
    }
  }
}
