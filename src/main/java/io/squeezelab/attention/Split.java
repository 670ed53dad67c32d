package io.squeezelab.attention;

import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Chain;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Shuffle;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;
import io.squeezelab.spec.Problem;
import java.util.List;

/**
 * Each channel is attended by one of k modules: the channels fall in g groups, each group in k
 * equal parts, and the i-th part of every group goes through the i-th module, with the same weights
 * in all groups. (N, C, H, W) → (N, C, H, W) with the channels where they were, unless they are
 * shuffled; parameters of the i-th module are under {@code i}, from 0, for C/(g·k) channels; each
 * runs g times.
 *
 * @param groups g
 * @param shuffle s: channel j·(C/s) + i moves to i·s + j, so that information crosses the groups; 1
 *     leaves them
 */
@From(value = "Shuffle Attention, section 3", link = "https://arxiv.org/abs/2102.00240")
public record Split(List<Attention> of, @Default("1") int groups, @Default("1") int shuffle)
    implements Attention {
  public Split {
    Check.that(!of.isEmpty(), "of", "must name at least one module");
    Check.atLeast("groups", 1, groups);
    Check.atLeast("shuffle", 1, shuffle);
  }

  @Override
  public Layer block(Scope scope, Dims map) {
    divides("groups", groups, of.size(), map.channels());
    divides("shuffle", shuffle, 1, map.channels());
    Dims part = map.channels(map.channels() / groups / of.size());
    Layer grouped = new Grouped(Members.of(of, scope, part), groups);
    return Chain.of(grouped, shuffle == 1 ? Layer.IDENTITY : new Shuffle(shuffle));
  }

  private static void divides(String field, int times, int parts, int channels) {
    if (channels % times != 0 || channels / times % parts != 0) {
      String what = parts == 1 ? "" : " of " + parts + " equal parts";
      throw new Problem(field, channels + " channels do not make " + times + " groups" + what);
    }
  }
}
