package io.squeezelab.attention.excite;

import io.squeezelab.attention.Descriptor;
import io.squeezelab.engine.Scope;
import io.squeezelab.layer.Layer;
import io.squeezelab.layer.Profile;
import io.squeezelab.layer.Tokens;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.From;

/**
 * Global relations: the channels (or the places of the one kept axis) attend to each other. A token
 * is a channel's S statistics s at one kept position. With h heads of d numbers: q = Wq·s + bq, k =
 * Wk·s, v = Wv·s; o of channel i in one head is Σⱼ softmaxⱼ(qᵢ·kⱼ / √d)·vⱼ; its logit is Wo·(o of
 * all heads, one behind the other) + bo, without a residual. Keys and values have no biases: the
 * softmax cancels the one, bo contains the other. Channels are told apart by their statistics
 * alone.
 *
 * <p>Parameters {@code query.weight}, {@code key.weight}, {@code value.weight} (h·d, S), {@code
 * query.bias} (h·d), {@code out.weight} (1, h·d), {@code out.bias} (1). Cost: (3·S + 1)·h·d·C
 * multiply-adds with weights per kept position; the two products of activations, 2·h·d·C², are not
 * counted, and h·C² numbers are held.
 *
 * @param heads h
 * @param dim d, numbers of a query
 */
@From(
    "attention over the channels as excitation, this project; Attention Is All You Need, equation 1")
public record SelfAttention(@Default("1") int heads, @Default("8") int dim) implements Excite {
  public SelfAttention {
    Check.within("heads", 1, 65_537, heads);
    Check.within("dim", 1, 65_537, dim);
  }

  @Override
  public Layer block(Scope scope, Descriptor descriptor) {
    int statistics = descriptor.regular("self-attention");
    return Along.relation(
        descriptor,
        channels -> {
          Check.that(channels > 1, "", "self-attention needs at least 2 channels to compare");
          return new Profile(statistics, Tokens.of(scope, statistics, heads, dim));
        });
  }
}
