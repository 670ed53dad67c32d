package io.squeezelab.attention.excite;

import io.squeezelab.attention.Descriptor;
import io.squeezelab.cost.Dims;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Similarity;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;

/**
 * How like its group's mean each position is: within each of G groups of channels, the inner
 * product of the position's vector with the mean vector, standardised over the positions, then
 * scaled and shifted. (N, C, H, W) → (N, G, H, W). Parameters {@code weight} (G), starts at 0,
 * {@code bias} (G), starts at 1; no multiply-adds with weights; reads the map twice.
 *
 * @param groups G, a divisor of C; where there are fewer channels, each is a group
 * @param eps added to the standard deviation
 * @param unbiased divides its squared deviations by H·W - 1, as the released code does, not by H·W
 */
@From(
    value = "Spatial Group-wise Enhance, equations 1 to 4",
    link = "https://arxiv.org/abs/1905.09646")
public record GroupSimilarity(
    @Default("64") int groups, @Default("1e-5") double eps, @Default("false") boolean unbiased)
    implements Excite {
  public GroupSimilarity {
    Check.atLeast("groups", 1, groups);
    Check.above("eps", 0, eps);
  }

  @Override
  public Layer block(Scope scope, Descriptor descriptor) {
    Dims map = Positions.of("group-similarity", descriptor);
    int most = Math.min(groups, map.channels());
    String divides = "must divide " + map.channels() + " channels, is " + groups;
    Check.that(map.channels() % most == 0, "groups", divides);
    return Similarity.of(scope, most, eps, Positions.freedom(map, unbiased));
  }
}
