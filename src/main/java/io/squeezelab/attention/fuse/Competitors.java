package io.squeezelab.attention.fuse;

import io.squeezelab.attention.Keep;
import io.squeezelab.attention.Spread;
import io.squeezelab.attention.gate.Gate;
import io.squeezelab.cost.Dims;
import io.squeezelab.cost.Sheet;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Join;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Part;
import java.util.Collections;
import java.util.List;

/**
 * k maps that are weighed side by side.
 *
 * @param map shape of each
 * @param keep the axes that the logits of each have
 */
record Competitors(Scope scope, Dims map, int inputs, Keep keep) {

  /**
   * @param logits of the maps: (N, k·C', H', W'), map after map
   */
  Join weighed(Join logits, Gate gate, Combine combine) {
    gate.fitsAcross(inputs);
    Dims all = logits.trace(map, new Sheet());
    Layer spread = Spread.of(keep, all.channels(Part.size(all.channels(), inputs)), map);
    List<Layer> own = Part.before(Collections.nCopies(inputs, spread));
    return new Portions(scope.place(), logits, gate, own, combine);
  }
}
