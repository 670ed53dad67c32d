package io.squeezelab.attention.squeeze;

import io.squeezelab.attention.Descriptor;
import io.squeezelab.attention.Keep;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Layer;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;
import io.squeezelab.spec.Problem;
import java.util.List;

/**
 * Several squeezes of one map that keep the same axes: (N, C, H, W) → (N, S·C', H', W'), S being
 * all their statistics, or one's where they are added. Parameters of the k-th are under {@code k},
 * from 0; costs what they cost.
 */
@From("this project; CBAM joins two by their logits (arXiv 1807.06521, equation 2)")
public record Several(@Default("[avg, max]") List<Squeeze> of, @Default("concat") Meeting join)
    implements Squeeze {
  public Several {
    Check.that(of.size() > 1, "of", "must name at least two squeezes");
    for (int i = 0; i < of.size(); i++) {
      boolean keeps = Keeps.mayMeet(of.get(0).keep(), of.get(i).keep());
      Check.that(keeps, "of[" + i + "]", "must keep the axes that the first keeps");
      boolean lost = of.get(i).apart() && join != Meeting.LOGITS;
      Check.that(!lost, "of[" + i + "]", "joins by logits, so the list must: join: logits");
    }
  }

  @Override
  public Keep keep() {
    return of.get(0).keep();
  }

  @Override
  public Descriptor descriptor(Dims map) {
    List<Descriptor> each = of.stream().map(one -> one.descriptor(map)).toList();
    Dims first = join.alike(each.get(0));
    for (int i = 1; i < each.size(); i++) {
      if (!join.alike(each.get(i)).equals(first)) {
        String sizes = each.get(i).shape() + " cannot meet the first's " + each.get(0).shape();
        throw new Problem("of[" + i + "]", sizes + "; concat joins all of the same positions");
      }
    }
    return join.of(each);
  }

  @Override
  public boolean apart() {
    return join == Meeting.LOGITS;
  }

  @Override
  public Layer block(Scope scope, Dims map) {
    return Met.of(scope, map, of, join, descriptor(map));
  }
}
