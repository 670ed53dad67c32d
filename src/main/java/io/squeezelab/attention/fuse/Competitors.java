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
import io.squeezelab.spec.Check;
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
   * Refuses a gate and a way to combine that leave k equal maps what they are.
   *
   * @param field of the gate
   */
  static void fitEqual(String field, Gate gate, Combine combine) {
    String same = "gives equal maps weights that sum to 1: nothing would change";
    Check.that(!gate.competes() || combine != Combine.SUM, field, same);
  }

  /**
   * @param logits of the maps: (N, k·C', H', W'), map after map
   * @param field of the gate
   */
  Join weighed(Join logits, String field, Gate gate, Combine combine) {
    String alone = "the weight of one input is 1, whatever it is: use sigmoid";
    Check.that(inputs > 1 || !gate.competes(), field, alone);
    Dims all = logits.trace(map, new Sheet());
    Layer spread = Spread.of(keep, all.channels(Part.size(all.channels(), inputs)), map);
    List<Layer> own = Part.before(Collections.nCopies(inputs, spread));
    return new Portions(scope.place(), logits, new Across(gate, inputs), own, combine);
  }
}
